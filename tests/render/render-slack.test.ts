import type { KnownBlock } from '@slack/types';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { decodeAction } from '../../src/render/action-value.ts';
import { decodeModalMetadata } from '../../src/render/slack/modal-metadata.ts';
import { renderSlack, renderSlackModal, renderSlackModals } from '../../src/render/slack/render-slack.ts';
import type { Action, FormField, Message, Section } from '../../src/reply/reply.ts';
import { NASTY_TEXTS } from './arbitrary-reply.ts';
import { checkBlockKit, checkView } from './block-kit-check.ts';
import { exampleChoice, exampleConfirm, exampleForm, exampleMessage } from './examples.ts';

const t = translator('nl');
const more = t('render.more');

function message(...sections: Section[]): Message {
  return { type: 'message', title: 'Titel', audience: 'channel', sections };
}

function buttons(blocks: readonly KnownBlock[]) {
  return blocks.flatMap((block) =>
    block.type === 'actions'
      ? block.elements.flatMap((element) => (element.type === 'button' ? [element] : []))
      : [],
  );
}

function values(blocks: readonly KnownBlock[]) {
  return buttons(blocks).map((button) => decodeAction(button.value));
}

describe('a reply in Slack', () => {
  test('looks like this', () => {
    expect(renderSlack(exampleMessage, t)).toMatchSnapshot();
    expect(renderSlack(exampleChoice, t)).toMatchSnapshot();
    expect(renderSlack(exampleConfirm, t)).toMatchSnapshot();
    expect(renderSlackModal(exampleForm, t)).toMatchSnapshot();
  });

  test('no text of a person is ever read as markup: it stands in plain or rich text only', () => {
    for (const text of NASTY_TEXTS) {
      const { blocks } = renderSlack(message({ type: 'text', text }, { type: 'heading', text }), t);
      expect(JSON.stringify(blocks)).not.toContain('"mrkdwn"');
      expect(checkBlockKit(blocks)).toEqual([]);
    }
  });

  test('the notification text mentions, links and formats nothing', () => {
    for (const text of NASTY_TEXTS) {
      const shown = renderSlack(message({ type: 'text', text }), t).text;
      expect(shown).not.toMatch(/[<>*~`]|(?<!\w)_|@(?:channel|here|everyone)/);
      expect(shown).not.toMatch(/^&gt;/m);
    }
  });

  test('a long text goes on in further blocks without a word cut or lost', () => {
    const words = Array.from({ length: 900 }, (_, index) => `woord${index}`);
    const { blocks } = renderSlack(message({ type: 'text', text: words.join(' ') }), t);
    const shown = blocks.flatMap((block) =>
      block.type === 'rich_text' ? (JSON.stringify(block).match(/woord\d+/g) ?? []) : [],
    );
    expect(shown).toEqual(words);
    expect(blocks.length).toBeGreaterThan(3);
  });

  test('what does not fit is left out whole, and said; the buttons below it stay', () => {
    const words = Array.from({ length: 9000 }, (_, index) => `woord${index}`);
    const action: Action = { label: 'Doe mee', command: 'doe-mee', args: {} };
    const { blocks } = renderSlack(
      message({ type: 'text', text: words.join(' ') }, { type: 'actions', actions: [action] }),
      t,
    );
    expect(checkBlockKit(blocks)).toEqual([]);
    const shown = JSON.stringify(blocks).match(/woord\d+/g) ?? [];
    expect(shown).toEqual(words.slice(0, shown.length));
    expect(JSON.stringify(blocks)).toContain(more);
    expect(values(blocks)).toEqual([{ command: 'doe-mee', args: {} }]);
  });

  test('a table keeps as many rows as fit, and only one table is a table', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`rij ${index}`, 'tekst van een rij']);
    const table: Section = { type: 'table', caption: 'Lijst', columns: ['Naam', 'Tekst'], rows };
    const small: Section = { ...table, caption: 'Nog een', rows: rows.slice(0, 2) };
    const { blocks } = renderSlack(message(table), t);
    expect(blocks.map((block) => block.type)).toEqual(['header', 'rich_text', 'table', 'rich_text']);
    expect(JSON.stringify(blocks.at(-1))).toContain(more);
    const two = renderSlack(message(small, small), t).blocks;
    expect(two.map((block) => block.type)).toEqual(['header', 'rich_text', 'table', 'rich_text']);
    expect(JSON.stringify(two.at(-1))).toContain('rij 1');
  });

  test('a list of forty entries without buttons fits in one message', () => {
    const items = Array.from({ length: 40 }, (_, index) => ({
      title: `Campagne ${index}`,
      lines: ['4 t/m 10 oktober 2027, trekker Politie'],
    }));
    const { blocks } = renderSlack(message({ type: 'list', items }), t);
    expect(JSON.stringify(blocks)).not.toContain(more);
    expect(blocks).toHaveLength(9);
  });

  test('a button that Slack cannot hold becomes the command to type', () => {
    const action: Action = { label: 'Bewaar', command: 'bewaar', args: { tekst: 'lang '.repeat(500) } };
    const { blocks } = renderSlack(message({ type: 'actions', actions: [action] }), t);
    expect(buttons(blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).toContain('bewaar tekst:');
  });

  test('a form without a fresh press offers the button that opens it, filled in', () => {
    const [open] = values(renderSlack(exampleForm, t).blocks);
    expect(open).toMatchObject({
      command: 'stel-voor',
      opensForm: true,
      version: 1,
      args: { periode: 'ooit' },
    });
  });
});

describe('a form in a Slack modal', () => {
  function elementFor(field: Partial<FormField>) {
    const made: FormField = { name: 'x', label: 'X', required: true, input: 'select', ...field };
    const view = renderSlackModal({ ...exampleForm, fields: [made] }, t);
    expect(checkView(view)).toEqual([]);
    return view.blocks.flatMap((block) =>
      'element' in block ? [{ ...block.element } as Record<string, unknown>] : [],
    )[0];
  }
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `o${index}`, label: `O ${index}` }));

  test('a select lists up to 100 options and searches beyond that, with the chosen one shown', () => {
    expect(elementFor({ options: options(100), value: 'o7' })).toMatchObject({
      type: 'static_select',
      initial_option: { value: 'o7' },
    });
    expect(elementFor({ options: options(101), value: 'o7' })).toMatchObject({
      type: 'external_select',
      initial_option: { value: 'o7' },
    });
    expect(elementFor({ options: options(1), searchKinds: ['campaign'] })?.type).toBe('external_select');
  });

  test('a value that a picker cannot show stays as text, and one that is too long stays out', () => {
    expect(elementFor({ input: 'date', value: 'begin oktober' })).toMatchObject({
      type: 'plain_text_input',
      initial_value: 'begin oktober',
    });
    expect(elementFor({ input: 'date', value: '2027-10-04' })?.type).toBe('datepicker');
    expect(elementFor({ input: 'time' })?.type).toBe('timepicker');
    expect(elementFor({ input: 'time', value: '08:30' })?.initial_time).toBe('08:30');
    expect(elementFor({ input: 'time', value: 'half negen' })?.initial_value).toBe('half negen');
    expect(elementFor({ input: 'long-text', value: 'x'.repeat(3001) })).toBeUndefined();
  });

  test.each([
    ['', [undefined, undefined, undefined]],
    ['2027-10-11', ['2027-10-11', undefined, undefined]],
    ['2027-10-11 t/m 2027-10-17', ['2027-10-11', '2027-10-17', undefined]],
    ['2027-10-11..2027-10-17', ['2027-10-11', '2027-10-17', undefined]],
    ['2027-02-30', [undefined, undefined, '2027-02-30']],
    ['Q4 2027', [undefined, undefined, 'Q4 2027']],
  ])('a period "%s" is shown as days where it is days, and else as words', (value, shown) => {
    const made: FormField = { name: 'x', label: 'X', required: true, input: 'period', value };
    const view = renderSlackModal({ ...exampleForm, fields: [made] }, t);
    expect(checkView(view)).toEqual([]);
    const inputs = view.blocks.flatMap((block) => ('element' in block ? [block] : []));
    expect(inputs).toMatchObject([
      { block_id: 'arg:x:van', optional: true, element: { type: 'datepicker' } },
      { block_id: 'arg:x:tot', optional: true, element: { type: 'datepicker' } },
      { block_id: 'arg:x', optional: true, element: { type: 'plain_text_input' } },
    ]);
    const initial = inputs.map(({ element }) => {
      const { initial_date, initial_value } = element as { initial_date?: string; initial_value?: string };
      return initial_date ?? initial_value;
    });
    expect(initial).toEqual(shown);
  });

  test('a period whose words are too long stays out of the form, its days too', () => {
    expect(elementFor({ input: 'period', value: 'x'.repeat(3001) })).toBeUndefined();
  });

  test('a long form goes on in further modals, none of its fields lost', () => {
    const fields = Array.from(
      { length: 230 },
      (_, index): FormField => ({ name: `f${index}`, label: 'F', required: false, input: 'text' }),
    );
    const pages = renderSlackModals({ ...exampleForm, fields }, t);
    expect(pages.flatMap(checkView)).toEqual([]);
    expect(pages.flatMap((page) => page.blocks).filter((block) => block.type === 'input')).toHaveLength(230);
    expect(pages.map((page) => decodeModalMetadata(page.private_metadata ?? ''))).toEqual(
      [0, 1, 2].map((page) => ({ command: 'stel-voor', version: 1, page, pages: 3 })),
    );
    expect(pages.map((page) => page.submit?.text)).toEqual([
      'Volgende bladzijde',
      'Volgende bladzijde',
      'Voorstellen',
    ]);
  });

  test.each([
    '',
    'x',
    '{}',
    '{"c":7}',
    '{"c":"x","p":-1,"n":1}',
    'null',
  ])('metadata that is not ours is not read: %s', (text) => {
    expect(decodeModalMetadata(text)).toBeUndefined();
  });
});
