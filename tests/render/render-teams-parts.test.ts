import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { translator } from '../../src/i18n/translate.ts';
import { decodeAction } from '../../src/render/action-value.ts';
import { TEAMS_ACTION_KEY, TEAMS_STYLE } from '../../src/render/teams/limits.ts';
import {
  type AdaptiveCard,
  type CardLook,
  renderTeams,
  renderTeamsOpener,
  renderTeamsParts,
  renderTeamsQuestion,
} from '../../src/render/teams/render-teams.ts';
import type { CardAction } from '../../src/render/teams/types.ts';
import type { Action, Confirm, FormReply, Message, Section } from '../../src/reply/reply.ts';
import { checkAdaptiveCard } from './adaptive-card-check.ts';
import { anyForm, arbitraryReply } from './arbitrary-reply.ts';
import { exampleConfirm, exampleForm, exampleMessage } from './examples.ts';

const t = translator('nl');
const CARRIED: CardLook = { carried: ({ command }) => ({ van: 'kaart', wat: command }) };

function message(...sections: Section[]): Message {
  return { type: 'message', title: 'Titel', audience: 'channel', sections };
}

function buttons(...cards: AdaptiveCard[]): CardAction[] {
  return cards
    .flatMap(({ body }) => body)
    .flatMap((element) => (element.type === 'ActionSet' ? element.actions : []));
}

function textOf(...cards: AdaptiveCard[]): string {
  return JSON.stringify(cards.map(({ body }) => body));
}

const size = (card: AdaptiveCard) => Buffer.byteLength(JSON.stringify(card));

describe('a reply in as many cards as it takes', () => {
  test('is the one card when that holds it', () => {
    expect(renderTeamsParts(exampleMessage, t)).toEqual([renderTeams(exampleMessage, t)]);
    expect(renderTeamsParts(exampleConfirm, t)).toEqual([renderTeams(exampleConfirm, t)]);
  });

  test('leaves no word of a long text out, and says which part each card is', () => {
    const words = Array.from({ length: 9_000 }, (_, index) => `wóórd${index}`);
    const cards = renderTeamsParts(message({ type: 'text', text: words.join(' ') }), t);
    expect(cards.flatMap(checkAdaptiveCard)).toEqual([]);
    expect(textOf(...cards).match(/wóórd\d+/g)).toEqual(words);
    expect(cards.length).toBeGreaterThan(2);
    cards.forEach((card, index) => {
      expect(textOf(card)).toContain(t('render.page', { page: index + 1, pages: cards.length }));
      expect(card.body[0]).toMatchObject({ type: 'TextBlock', text: 'Titel' });
      expect(size(card)).toBeLessThanOrEqual(28_000 - TEAMS_STYLE.wayOnBytes);
    });
  });

  test('keeps every row of a long table, and of one that is too wide for a table', () => {
    const table = (columns: number): Section => ({
      type: 'table',
      caption: 'Lijst',
      columns: Array.from({ length: columns }, (_, index) => `Kolom ${index}`),
      rows: Array.from({ length: 300 }, (_, row) =>
        Array.from({ length: columns }, (_, column) => `r${row}k${column}.`),
      ),
    });
    for (const columns of [2, 12]) {
      const cards = renderTeamsParts(message(table(columns)), t);
      expect(cards.flatMap(checkAdaptiveCard)).toEqual([]);
      expect(new Set(textOf(...cards).match(/r\d+k\d+\./g)).size).toBe(300 * columns);
      expect(textOf(...cards)).not.toContain(t('render.more'));
    }
  });

  test('keeps a table of a hundred small rows more in one card when it fits', () => {
    const rows = Array.from({ length: 101 }, (_, index) => [`x${index}.`]);
    const cards = renderTeamsParts(message({ type: 'table', caption: 'Lijst', columns: ['A'], rows }), t);
    expect(new Set(textOf(...cards).match(/x\d+\./g)).size).toBe(101);
    expect(textOf(...cards)).not.toContain(t('render.more'));
  });

  test('keeps buttons with the entry that they are about', () => {
    const items = Array.from({ length: 120 }, (_, index) => ({
      title: `Taak ${index}.`,
      lines: ['tekst '.repeat(60)],
      actions: [{ label: `Klaar ${index}`, command: 'klaar', args: { taak: `task/${index}` } }],
    }));
    const cards = renderTeamsParts(message({ type: 'list', items }), t);
    expect(buttons(...cards)).toHaveLength(120);
    for (const card of cards) {
      const titles = textOf(card)
        .match(/Taak \d+/g)
        ?.map((title) => title.replace('Taak', 'Klaar'));
      expect(buttons(card).map(({ title }) => title)).toEqual(titles);
    }
  });

  test('shows a title that is too long to repeat once in full', () => {
    const title = `${'titel '.repeat(400)}einde`;
    const cards = renderTeamsParts({ ...message({ type: 'text', text: 'w '.repeat(20_000) }), title }, t);
    expect(cards.flatMap(checkAdaptiveCard)).toEqual([]);
    expect(textOf(...cards).match(/einde/g)).toHaveLength(1);
  });

  test('is valid and small enough, whatever the reply and whatever goes along', () => {
    fc.assert(
      fc.property(arbitraryReply(), fc.boolean(), (reply, inDialog) => {
        const cards = renderTeamsParts(reply, t, { ...CARRIED, inDialog });
        expect(cards.length).toBeGreaterThan(0);
        expect(cards.flatMap(checkAdaptiveCard)).toEqual([]);
        expect(checkAdaptiveCard(renderTeams(reply, t, { ...CARRIED, inDialog }))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('loses no button, or says what to type for it', () => {
    fc.assert(
      fc.property(arbitraryReply(), (reply) => {
        const cards = renderTeamsParts(reply, t);
        const typed = textOf(...cards).match(/Typ: /g)?.length ?? 0;
        expect(buttons(...cards).length + typed).toBeGreaterThanOrEqual(countActions(reply));
      }),
      { numRuns: 100 },
    );
  });
});

function countActions(reply: unknown): number {
  if (Array.isArray(reply)) return reply.reduce((sum, part) => sum + countActions(part), 0);
  if (typeof reply !== 'object' || reply === null) return 0;
  const own = 'label' in reply && 'command' in reply && 'args' in reply ? 1 : 0;
  return Object.values(reply).reduce((sum, part) => sum + countActions(part), own);
}

describe('what a card takes along', () => {
  test('stands in the data of every button, beside its meaning', () => {
    for (const { data } of buttons(renderTeams(exampleMessage, t, CARRIED))) {
      const action = decodeAction(data[TEAMS_ACTION_KEY]);
      expect(data).toMatchObject({ van: 'kaart', wat: action?.command });
    }
    const [button] = buttons(renderTeams(exampleMessage, t, CARRIED));
    expect(button).toMatchObject({ type: 'Action.Execute', fallback: { data: button?.data } });
  });

  test('cannot change what a button means', () => {
    const look: CardLook = { carried: () => ({ [TEAMS_ACTION_KEY]: 'x' }) };
    const [button] = buttons(renderTeams(exampleMessage, t, look));
    expect(decodeAction(button?.data[TEAMS_ACTION_KEY])).toBeDefined();
  });
});

describe('in a dialog', () => {
  test('every button is an Action.Submit that opens nothing by itself', () => {
    const shown = buttons(renderTeams(exampleMessage, t, { inDialog: true }));
    expect(shown.map(({ type }) => type)).toEqual(shown.map(() => 'Action.Submit'));
    expect(JSON.stringify(shown)).not.toContain('task/fetch');
    const opens = shown.map(({ data }) => decodeAction(data[TEAMS_ACTION_KEY])?.opensForm ?? false);
    expect(opens).toContain(true);
  });

  test('a button whose arguments are too large is a line to type', () => {
    const action: Action = { label: 'Verzet', command: 'verzet', args: { doel: 'x'.repeat(3_000) } };
    const card = renderTeams(message({ type: 'actions', actions: [action] }), t, { inDialog: true });
    expect(buttons(card)).toEqual([]);
    expect(textOf(card)).toContain('Typ: verzet');
  });

  test('a question goes on without arguments, by what is carried', () => {
    const large: Confirm = {
      ...exampleConfirm,
      confirm: { ...exampleConfirm.confirm, args: { doel: 'x'.repeat(9_000) } },
    };
    const [yes, other] = buttons(renderTeamsQuestion(large, t, { draft: 'd1' }));
    expect(yes).toMatchObject({ type: 'Action.Submit', title: 'Verzet toch', data: { draft: 'd1' } });
    expect(decodeAction(yes?.data[TEAMS_ACTION_KEY])).toEqual({
      command: 'verzet',
      args: {},
      version: 3,
      confirmed: true,
    });
    expect(other).toMatchObject({ type: 'Action.Submit', title: 'Pas aan' });
    expect(other?.data).toEqual({ [TEAMS_ACTION_KEY]: expect.stringContaining('week-van-de-veiligheid') });
  });

  test('a question keeps its own button when what it warns of has many', () => {
    const actions = Array.from({ length: 60 }, (_, index) => ({
      label: `Bekijk ${index}`,
      command: 'bekijk',
      args: { campagne: 'x'.repeat(500) },
    }));
    const card = renderTeamsQuestion({ ...exampleConfirm, warnings: [{ type: 'actions', actions }] }, t, {});
    expect(checkAdaptiveCard(card)).toEqual([]);
    expect(buttons(card).map(({ title }) => title)).toContain('Verzet toch');
  });

  test('a question is valid and has its button, whatever it asks', () => {
    const anyConfirm = arbitraryReply().filter((reply) => reply.type === 'confirm');
    fc.assert(
      fc.property(anyConfirm, (reply) => {
        const card = renderTeamsQuestion(reply as Confirm, t, { draft: 'd1' });
        expect(checkAdaptiveCard(card)).toEqual([]);
        expect(JSON.stringify(card)).not.toMatch(/Action\.Execute|task\/fetch/);
        expect(buttons(card).filter(({ data }) => data.draft === 'd1')).toHaveLength(1);
      }),
      { numRuns: 80 },
    );
  });
});

describe('a form in a conversation', () => {
  test('tells what is wrong and what it holds, in words, and has one button that opens it', () => {
    const card = renderTeamsOpener(exampleForm, t, CARRIED);
    expect(card).toMatchSnapshot();
    expect(buttons(card)).toHaveLength(1);
    expect(textOf(card)).not.toContain('Input.');
    expect(textOf(card)).not.toContain('"ouderen"');
    const [button] = buttons(card);
    expect(button).toMatchObject({ type: 'Action.Submit', data: { msteams: { type: 'task/fetch' } } });
    expect(decodeAction(button?.data[TEAMS_ACTION_KEY])).toMatchObject({
      command: 'stel-voor',
      version: 1,
      opensForm: true,
      args: { titel: 'Bankhelpdeskfraude', doelgroep: ['ouderen'], trekker: 'organisation/ccv' },
    });
  });

  test('is a line to type when what was filled in is too large for a button', () => {
    const [title] = exampleForm.fields;
    const form: FormReply = { ...exampleForm, fields: [{ ...title!, value: 'lang '.repeat(500) }] };
    const card = renderTeamsOpener(form, t);
    expect(buttons(card)).toEqual([]);
    expect(textOf(card)).toContain('Typ: stel-voor');
  });

  test('passes over an error and a text that hold nothing to read', () => {
    const [title] = exampleForm.fields;
    const form: FormReply = {
      ...exampleForm,
      intro: ' ',
      fields: [{ ...title!, value: '', error: '\u0000' }],
    };
    expect(checkAdaptiveCard(renderTeamsOpener(form, t))).toEqual([]);
    expect(renderTeamsOpener(form, t).body).toHaveLength(2);
  });

  test('is valid and small enough, whatever the form', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        expect(checkAdaptiveCard(renderTeamsOpener(form, t, CARRIED))).toEqual([]);
      }),
      { numRuns: 80 },
    );
  });
});
