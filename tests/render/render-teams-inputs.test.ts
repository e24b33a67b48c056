import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../src/adapters/teams/show/read-inputs.ts';
import { typedPeriod } from '../../src/core/dates/typed-period.ts';
import { translator } from '../../src/i18n/translate.ts';
import { decodeAction } from '../../src/render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../src/render/teams/limits.ts';
import { renderTeams, renderTeamsDialogs } from '../../src/render/teams/render-teams.ts';
import type { AdaptiveCard, CardInput, Submit } from '../../src/render/teams/types.ts';
import type { FormField, FormReply } from '../../src/reply/reply.ts';
import { checkAdaptiveCard } from './adaptive-card-check.ts';
import { anyForm } from './arbitrary-reply.ts';
import { exampleForm } from './examples.ts';

const t = translator('nl');

type Filled = Readonly<Record<string, string>>;

function inputsOf({ body }: AdaptiveCard): CardInput[] {
  return body.filter((element): element is CardInput => element.type.startsWith('Input.'));
}

function submitOf(card: AdaptiveCard): Submit {
  const last = card.body.at(-1);
  const [action] = last?.type === 'ActionSet' ? last.actions : [];
  if (action?.type !== 'Action.Submit') throw new Error('no button to send the form');
  return action;
}

/** What Teams sends: the button's data with the inputs beside it, those that are empty left out. */
function sent(card: AdaptiveCard, typed: Filled = {}): Record<string, unknown> {
  const values = inputsOf(card).map((input) => [input.id, typed[input.id] ?? input.value ?? '']);
  const filled = values.filter(([, value]) => value !== '').map(([id, value]) => [id, String(value)]);
  return { ...Object.fromEntries(filled), ...submitOf(card).data };
}

const read = (form: FormReply, typed: Filled = {}) =>
  Object.assign({}, ...renderTeamsDialogs(form, t).map((card) => readInputs(sent(card, typed))));

function formOf(...fields: Partial<FormField>[]): FormReply {
  const whole = fields.map((field, index) => ({
    name: `veld${index}`,
    label: `Veld ${index}`,
    required: false,
    input: 'text' as const,
    ...field,
  }));
  return { ...exampleForm, fields: whole };
}

describe('the pages of a form in a dialog', () => {
  const long = formOf(
    ...Array.from({ length: 60 }, (_, index) => ({
      input: 'long-text' as const,
      value: `${index} ${'é'.repeat(900)}`,
      hint: `Uitleg ${index}.`,
      error: `Fout ${index}.`,
    })),
  );
  const pages = renderTeamsDialogs(long, t, { draft: 'd1' });

  test('leave no field out, each with its error and hint, and say which part they are', () => {
    expect(pages.flatMap(checkAdaptiveCard)).toEqual([]);
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.flatMap(inputsOf)).toHaveLength(60);
    pages.forEach((page, index) => {
      const text = JSON.stringify(page.body);
      expect(text).toContain(`Deel ${index + 1} van ${pages.length}`);
      const numbers = (sign: RegExp) => [...text.matchAll(sign)].map(([, number]) => number);
      expect(numbers(/Fout (\d+)/g)).toEqual(numbers(/Veld (\d+)/g));
      expect(numbers(/Uitleg (\d+)/g)).toEqual(numbers(/Veld (\d+)/g));
    });
  });

  test('each send what they ask, with what is carried; the last one is what the form is for', () => {
    pages.forEach((page, index) => {
      const { data, title } = submitOf(page);
      const isLast = index === pages.length - 1;
      expect(title).toBe(isLast ? exampleForm.submitLabel : t('render.next-page'));
      expect(decodeAction(data[TEAMS_ACTION_KEY])).toEqual({ command: 'stel-voor', args: {}, version: 1 });
      expect(data.draft).toBe('d1');
      expect(String(data.shown).split(' ')).toEqual(inputsOf(page).map(({ id }) => id.slice(4)));
    });
  });

  test('are one without a counter when one card holds the form', () => {
    const [page, ...others] = renderTeamsDialogs(exampleForm, t);
    expect(others).toEqual([]);
    expect(JSON.stringify(page)).not.toContain('Deel 1');
  });

  test('are valid and ask every field once, whatever the form', () => {
    fc.assert(
      fc.property(anyForm, (form) => {
        const made = renderTeamsDialogs(form, t, { draft: 'd1' });
        expect(made.flatMap(checkAdaptiveCard)).toEqual([]);
        expect(JSON.stringify(made)).not.toContain('Action.Execute');
        const shown = made.flatMap((page) => String(submitOf(page).data.shown).split(' ')).filter(Boolean);
        expect(new Set(shown).size).toBe(shown.length);
        const text = JSON.stringify(made.map(({ body }) => body));
        const isLeftOut = ({ name, input }: FormField) =>
          !shown.includes(name) && (input === 'flag' || !text.includes(t('render.too-long')));
        expect(form.fields.filter(isLeftOut)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what a form was sent with', () => {
  const options = [
    { value: 'a/1', label: 'Een' },
    { value: 'a/2', label: 'Twee' },
  ];
  const form = formOf(
    { name: 'titel', value: 'Oma, pas op' },
    { name: 'doelgroep', input: 'multi-select', options, value: ['a/1', 'a/2'] },
    { name: 'trekker', input: 'select', searchKinds: ['organisation'], options, value: 'a/2' },
    { name: 'soort', input: 'select', options, value: 'a/1' },
    { name: 'periode', input: 'period', value: '2027-10-11 t/m 2027-10-17' },
    { name: 'woorden', input: 'period', value: 'okt-nov' },
    { name: 'dag', input: 'date', value: '2027-10-04' },
    { name: 'tijd', input: 'time', value: '08:30' },
    { name: 'aantal', input: 'number', value: '12' },
    { name: 'openbaar', input: 'flag', value: 'ja' },
    { name: 'leeg' },
    { name: 'niets', input: 'multi-select', options },
  );

  test('is what it was filled with', () => {
    expect(read(form)).toEqual({
      titel: 'Oma, pas op',
      doelgroep: ['a/1', 'a/2'],
      trekker: 'a/2',
      soort: 'a/1',
      periode: '2027-10-11 t/m 2027-10-17',
      woorden: 'okt-nov',
      dag: '2027-10-04',
      tijd: '08:30',
      aantal: '12',
      openbaar: 'ja',
      leeg: '',
      niets: '',
    });
  });

  test('is what somebody changed it to, and empty where it was wiped', () => {
    const typed = {
      'arg:titel': '',
      'arg:doelgroep:lijst': 'a/2',
      'arg:periode:tot': '2027-10-20',
      'arg:woorden:van': '2027-01-01',
      'arg:woorden': '',
      'arg:openbaar': 'nee',
    };
    expect(read(form, typed)).toMatchObject({
      titel: '',
      doelgroep: ['a/2'],
      periode: '2027-10-11 t/m 2027-10-20',
      woorden: '2027-01-01',
      openbaar: 'nee',
    });
  });

  test('does not hold a text that was too long to show, so that it stays as it is', () => {
    expect(read(formOf({ name: 'kort' }, { name: 'lang', value: 'x'.repeat(7_000) }))).toEqual({ kort: '' });
  });

  test('is the same in a card of a conversation', () => {
    const card = renderTeams(form, t);
    const last = card.body.at(-1);
    const [action] = last?.type === 'ActionSet' ? last.actions : [];
    expect(action).toMatchObject({
      type: 'Action.Execute',
      data: { shown: expect.stringContaining('leeg') },
    });
  });

  test('comes back whatever stands in texts, choices and days', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', ' ', ':', '*', '"', 'é', '{', '🙂'),
      maxLength: 40,
    });
    const day = fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true });
    const days = fc.tuple(day, day).map((two) => two.map((one) => one.toISOString().slice(0, 10)));
    const chosen = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}\/[a-z0-9-]{1,8}$/), { maxLength: 6 });
    fc.assert(
      fc.property(text, text, days, chosen, (one, two, [first = '', last = ''], values) => {
        const listed = values.map((value) => ({ value, label: value }));
        const made = formOf(
          { name: 'een', value: one },
          { name: 'twee', value: two, input: 'long-text' },
          { name: 'keuze', value: values, input: 'multi-select', options: listed },
          { name: 'periode', value: typedPeriod(first, last), input: 'period' },
        );
        const asked = values.length === 0 ? '' : values;
        expect(read(made)).toEqual({ een: one, twee: two, keuze: asked, periode: typedPeriod(first, last) });
      }),
    );
  });
});

describe('data from outside', () => {
  test.each([
    [undefined],
    [null],
    ['tekst'],
    [12],
    [[]],
    [['arg:x']],
    [{}],
    [{ cr: 'x', msteams: {} }],
  ])('that holds no input gives nothing: %j', (data) => {
    expect(readInputs(data)).toEqual({});
  });

  test('gives texts only, and leaves names alone that objects have by nature', () => {
    const data = JSON.parse(
      '{"arg:__proto__":"x","arg:constructor":"x","__proto__":{"arg:y":"1"},"arg:":"x","arg:a":{"b":1},"arg:n":3,"arg:f":true,"arg:l":["a"],"shown":"__proto__ a"}',
    );
    const given = readInputs(data);
    expect(given).toEqual({ a: '', n: '3', f: 'true' });
    expect(Object.getPrototypeOf(given)).toBe(Object.prototype);
    expect(readInputs({ shown: { toString: 1 }, 'arg:x': 'y' })).toEqual({ x: 'y' });
  });

  test('is bounded in what it holds, and still too long to be saved', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`arg:v${index}`, 'x']));
    expect(Object.keys(readInputs(many)).length).toBeLessThanOrEqual(1_000);
    expect(String(readInputs({ 'arg:x': 'x'.repeat(1_000_000) }).x)).toHaveLength(20_000);
    expect(readInputs({ [`arg:${'n'.repeat(500)}`]: 'x' })).toEqual({});
  });

  test('never makes it fail', () => {
    const keys = fc.oneof(
      fc.string(),
      fc.constantFrom('shown', 'arg:x', 'arg:x:van', 'arg:x:lijst', '__proto__'),
    );
    fc.assert(
      fc.property(fc.dictionary(keys, fc.anything({ withBigInt: true })), (data) => {
        for (const value of Object.values(readInputs(data)))
          expect([value].flat().every((one) => typeof one === 'string')).toBe(true);
      }),
    );
  });
});
