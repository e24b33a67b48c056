import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { decodeAction } from '../../src/render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../src/render/teams/limits.ts';
import { renderTeams, renderTeamsDialogs } from '../../src/render/teams/render-teams.ts';
import type { AdaptiveCard, CardAction, CardElement } from '../../src/render/teams/types.ts';
import type { Action, FormField, FormReply, Message, Section } from '../../src/reply/reply.ts';
import { checkAdaptiveCard } from './adaptive-card-check.ts';
import { NASTY_TEXTS } from './arbitrary-reply.ts';
import { exampleChoice, exampleConfirm, exampleForm, exampleMessage } from './examples.ts';

const t = translator('nl');

const firstPage = (form: FormReply) => renderTeamsDialogs(form, t)[0] as AdaptiveCard;

function message(...sections: Section[]): Message {
  return { type: 'message', title: 'Titel', audience: 'channel', sections };
}

function actions(body: readonly CardElement[]): CardAction[] {
  return body.flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
}

describe('a reply in Teams', () => {
  test('looks like this', () => {
    expect(renderTeams(exampleMessage, t)).toMatchSnapshot();
    expect(renderTeams(exampleChoice, t)).toMatchSnapshot();
    expect(renderTeams(exampleConfirm, t)).toMatchSnapshot();
    expect(firstPage(exampleForm)).toMatchSnapshot();
  });

  test('no text of a person is read as markdown or as a mention, in a title either', () => {
    for (const text of NASTY_TEXTS) {
      const card = renderTeams(
        { ...message({ type: 'text', text }, { type: 'heading', text }), title: text },
        t,
      );
      expect(checkAdaptiveCard(card)).toEqual([]);
      expect(card.fallbackText).not.toMatch(/[*~`]|<at>|\]\(/);
    }
  });

  test('a title without signs is a heading for screen readers', () => {
    expect(renderTeams(exampleMessage, t).body[0]).toMatchObject({ type: 'TextBlock', style: 'heading' });
  });

  test('a press runs the command; a press that opens a form asks for a dialog', () => {
    const pressed = actions(renderTeams(exampleMessage, t).body);
    const join = pressed.find((action) => action.title === 'Doe mee');
    expect(join).toMatchObject({
      type: 'Action.Execute',
      verb: 'doe-mee',
      fallback: { type: 'Action.Submit' },
    });
    expect(decodeAction(join?.data[TEAMS_ACTION_KEY])).toMatchObject({ command: 'doe-mee', version: 3 });
    const move = pressed.find((action) => action.title === 'Verzet');
    expect(move).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
  });

  test('what does not fit is left out whole, and said; the buttons below it stay', () => {
    const words = Array.from({ length: 9000 }, (_, index) => `wóórd${index}`);
    const action: Action = { label: 'Doe mee', command: 'doe-mee', args: {} };
    const card = renderTeams(
      message({ type: 'text', text: words.join(' ') }, { type: 'actions', actions: [action] }),
      t,
    );
    expect(checkAdaptiveCard(card)).toEqual([]);
    const shown = JSON.stringify(card.body).match(/wóórd\d+/g) ?? [];
    expect(shown).toEqual(words.slice(0, shown.length));
    expect(shown.length).toBeGreaterThan(1500);
    expect(JSON.stringify(card.body)).toContain(t('render.more'));
    expect(actions(card.body)).toHaveLength(1);
  });

  test('a table keeps as many rows as fit', () => {
    const rows = Array.from({ length: 300 }, (_, index) => [`rij ${index}`, 'tekst van een rij']);
    const card = renderTeams(
      message({ type: 'table', caption: 'Lijst', columns: ['Naam', 'Tekst'], rows }),
      t,
    );
    expect(card.body.map((element) => element.type)).toEqual([
      'TextBlock',
      'RichTextBlock',
      'Table',
      'RichTextBlock',
    ]);
    expect(JSON.stringify(card.body.at(-1))).toContain(t('render.more'));
  });
});

describe('a form in Teams', () => {
  function inputFor(field: Partial<FormField>) {
    const made: FormField = { name: 'x', label: 'X', required: true, input: 'select', ...field };
    const card = firstPage({ ...exampleForm, fields: [made] });
    expect(checkAdaptiveCard(card)).toEqual([]);
    return card.body.find((element) => element.type.startsWith('Input.'));
  }
  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `o${index}`, label: 'optie '.repeat(10) }));

  test('lists choices that fit in a card, and asks for a name when there are none to choose from', () => {
    expect(inputFor({ options: options(20), value: 'o3' })).toMatchObject({
      type: 'Input.ChoiceSet',
      value: 'o3',
    });
    expect(inputFor({ options: [] })?.type).toBe('Input.Text');
    expect(inputFor({ input: 'multi-select', options: options(300) })?.type).toBe('Input.Text');
  });

  test('searches one value on the server where there are too many to list; several are typed', () => {
    const query = { 'choices.data': { type: 'Data.Query', dataset: 'stel-voor x' }, style: 'filtered' };
    const long = inputFor({ options: options(300), value: 'o3' });
    expect(long).toMatchObject({ ...query, value: 'o3', choices: [{ value: 'o3' }] });
    const searched = inputFor({ searchKinds: ['person'], options: [{ value: 'person/a', label: 'Anna' }] });
    expect(searched).toMatchObject({ ...query, choices: [] });
    expect(inputFor({ searchKinds: ['person'], input: 'multi-select' })?.type).toBe('Input.Text');
  });

  test('lists a name of several lines on one, without its meaning as markup', () => {
    const value = '- lijst\n1. {{DATE(2027-01-01)}} **x** \\*y\\* &amp;';
    expect(inputFor({ searchKinds: ['person'], value })).toMatchObject({
      choices: [{ title: expect.stringMatching(/^\u2060- lijst 1\. /), value }],
    });
  });

  test('never makes a searched field required, and says in its label that it is', () => {
    const field = inputFor({ searchKinds: ['person'], required: true });
    expect(field).toMatchObject({ label: 'X (verplicht)' });
    expect(field).not.toHaveProperty('isRequired');
  });

  test('keeps a name that was not understood in a searched field, so that it can be mended', () => {
    expect(inputFor({ searchKinds: ['person'], value: 'Ana' })).toMatchObject({
      value: 'Ana',
      choices: [{ title: 'Ana', value: 'Ana' }],
    });
  });

  test('several chosen values are sent with commas, so a value with a comma is typed instead', () => {
    const many = { input: 'multi-select' as const, value: ['o1', 'o3'] };
    expect(inputFor({ ...many, options: options(5) })).toMatchObject({ isMultiSelect: true, value: 'o1,o3' });
    expect(inputFor({ ...many, options: [{ value: 'a,b', label: 'A' }] })?.type).toBe('Input.Text');
  });

  test('a time has a picker, and stays as text where a picker cannot show it', () => {
    expect(inputFor({ input: 'time', value: '08:30' })).toMatchObject({ type: 'Input.Time', value: '08:30' });
    expect(inputFor({ input: 'time', value: '8.30 uur' })).toMatchObject({
      type: 'Input.Text',
      value: '8.30 uur',
    });
  });

  test('a period is two days and words, and stays out whole when its words would fill the card', () => {
    const inputs = (value: string) =>
      firstPage({
        ...exampleForm,
        fields: [{ name: 'x', label: 'X', required: true, input: 'period', value }],
      }).body.filter((element) => element.type.startsWith('Input.'));
    expect(inputs('2027-10-11..2027-10-17')).toEqual([
      { type: 'Input.Date', id: 'arg:x:van', label: 'X: eerste dag', value: '2027-10-11' },
      { type: 'Input.Date', id: 'arg:x:tot', label: 'X: laatste dag', value: '2027-10-17' },
      { type: 'Input.Text', id: 'arg:x', label: 'X in woorden' },
    ]);
    expect(inputs('okt-nov').map((input) => 'value' in input && input.value)).toEqual([
      false,
      false,
      'okt-nov',
    ]);
    expect(inputs('x'.repeat(6001))).toEqual([]);
  });

  test('a value that would fill the card stays out of the form rather than being cut', () => {
    expect(inputFor({ input: 'long-text', value: 'x'.repeat(6001) })).toBeUndefined();
    expect(inputFor({ input: 'long-text', value: 'x'.repeat(5000) })).toMatchObject({ isMultiline: true });
  });
});
