import { beforeAll, describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { readInputs } from '../../src/adapters/teams/show/read-inputs.ts';
import { LOCALES, type Locale } from '../../src/core/locale.ts';
import type { Actor } from '../../src/domain/access/actor.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import { translator } from '../../src/i18n/translate.ts';
import { encodeAction } from '../../src/render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../src/render/teams/limits.ts';
import {
  type AdaptiveCard,
  renderTeams,
  renderTeamsDialogs,
  renderTeamsOpener,
  renderTeamsParts,
  renderTeamsQuestion,
} from '../../src/render/teams/render-teams.ts';
import { commandLine } from '../../src/render/text/command-line.ts';
import type { FormReply, Reply } from '../../src/reply/reply.ts';
import { checkAdaptiveCard } from '../render/adaptive-card-check.ts';
import { actionsOf, ask, seededStore, send } from '../support/ask.ts';
import { EXTREME, extremeStore } from '../support/extreme-store.ts';
import { factsOf, holds, wordsOfText } from '../support/parity.ts';
import { POLICE, sampleActor, sampleCampaign, sampleOrganisation, seniors } from '../support/samples.ts';
import { NOW, put, testStore } from '../support/test-store.ts';
import { buttonsIn, inputsIn, wordsIn } from './reading.ts';

/** What any command answers can be shown in Teams, whole: as cards of a conversation, as a dialog, as a question. */

const CARRIED = { draft: 'd1', pagina: '0' };

type Kind = 'small' | 'typical' | 'extreme';
const KINDS: readonly Kind[] = ['small', 'typical', 'extreme'];
const stores: Partial<Record<Kind, Store>> = {};
let actors: Record<'coordinator' | 'partner', Actor>;

beforeAll(async () => {
  stores.small = await testStore();
  stores.typical = await seededStore();
  stores.extreme = await extremeStore();
  const demo = async (name: string) =>
    (await actorOf(stores.typical as Store, `person/${name}-demo`, NOW)) ?? sampleActor();
  actors = { coordinator: await demo('coordinator'), partner: await demo('politie') };
});

const LINES = commands.flatMap(({ name, examples }) =>
  ['', ...examples].map((words) => `${name} ${words}`.trim()),
);
const FULLEST = [
  `toon ${EXTREME}`,
  `overlap ${EXTREME}`,
  `taak lijst ${EXTREME}`,
  `wijzig ${EXTREME} titel:"${'🙂'.repeat(80)}"`,
  `verzet ${EXTREME} periode:"12 okt 2027"`,
  `nieuw "Lang" periode:"11 t/m 31 okt 2027" doelgroep:senioren boodschap:"${'🙂'.repeat(900)}" doel:"${'a'.repeat(1900)}"`,
  'kalender okt 2027',
  'toon druk',
  'wat-werkt senioren',
  'toon practice/x1',
  'persoon lijst',
];

/** Everything that a renderer makes of this reply for Teams. */
function cardsOf(reply: Reply, locale: Locale): AdaptiveCard[] {
  const t = translator(locale);
  const look = { carried: () => CARRIED };
  return [
    ...renderTeamsParts(reply, t, look),
    ...renderTeamsParts(reply, t, { ...look, inDialog: true }),
    renderTeams(reply, t),
    ...(reply.type === 'form' ? [renderTeamsOpener(reply, t), ...renderTeamsDialogs(reply, t, CARRIED)] : []),
    ...(reply.type === 'confirm' ? [renderTeamsQuestion(reply, t, CARRIED)] : []),
  ];
}

/** The words of a text; one that is longer than an element holds goes on in the next one. */
function words(text: string): string[] {
  return wordsOfText(text.replaceAll(/(.)\1{20,}/gu, '$1'));
}

/** The words on these cards; look-alikes of signs are letters to a program. */
function wordsOn(cards: readonly AdaptiveCard[]): string[] {
  const shown = cards.map((card) => [card, inputsIn(card).map(({ placeholder }) => ({ text: placeholder }))]);
  return words(wordsIn(shown).replaceAll(/[ˍˋ∗∼]/g, ' '));
}

/** Whether a line is among the words seen; as they stand, which is the quick way, or else with others between them. */
function isAmong(seen: readonly string[]): (line: string) => boolean {
  const whole = ` ${seen.join(' ')} `;
  return (line) => whole.includes(` ${words(line).join(' ')} `) || holds(seen, words(line));
}

/** What the reply says, or offers to do, and these cards do not. */
function missing(reply: Reply, cards: readonly AdaptiveCard[]): string[] {
  const isSeen = isAmong(wordsOn(cards));
  const facts = factsOf(reply).filter((fact) => !isSeen(fact));
  const meanings = new Set(
    buttonsIn(cards).map(({ data }) => (data as Record<string, unknown>)[TEAMS_ACTION_KEY]),
  );
  const actions = actionsOf(reply).filter(
    (action) => !meanings.has(encodeAction(action)) && !isSeen(commandLine(action)),
  );
  return [...facts, ...actions.map(encodeAction)];
}

/** What the pages of a form send when nothing is changed, beside what each field holds. */
function unlike(form: FormReply, locale: Locale): unknown[] {
  const pages = renderTeamsDialogs(form, translator(locale));
  const sent = pages.map((page) => {
    const values = inputsIn(page).map(({ id, value = '' }) => [id, String(value)]);
    return readInputs({
      ...Object.fromEntries(values.filter(([, value]) => value !== '')),
      ...(buttonsIn(page).at(-1)?.data as object),
    });
  });
  const read: Record<string, string | string[]> = Object.assign({}, ...sent);
  const text = (value: FormReply['fields'][number]['value']) => String([value ?? ''].flat().map(words));
  return form.fields
    .filter(({ name, input }) => input !== 'flag' && Object.hasOwn(read, name))
    .filter((field) => text(field.value) !== text(read[field.name]) && !isMisunderstood(field))
    .map(({ name, value }) => ({ name, value, read: read[name] }));
}

/** A list holds no name that was not understood; the error beside it says what was typed. */
function isMisunderstood({ value, options = [], error }: FormReply['fields'][number]): boolean {
  const known = options.map((option) => option.value);
  return error !== undefined && ![value ?? []].flat().every((one) => known.includes(one));
}

function problems(reply: Reply, locale: Locale): unknown[] {
  const t = translator(locale);
  const isForm = reply.type === 'form';
  const whole = isForm ? renderTeamsDialogs(reply, t) : renderTeamsParts(reply, t);
  return [
    ...cardsOf(reply, locale).flatMap(checkAdaptiveCard),
    ...missing(reply, whole),
    ...(isForm ? [...unlike(reply, locale), ...untold(reply, locale)] : []),
  ];
}

/** What a form in a conversation should tell before it is opened, and does not. */
function untold(form: FormReply, locale: Locale): string[] {
  const isSeen = isAmong(wordsOn(renderTeamsParts(form, translator(locale))));
  const isFlag = ({ input }: FormReply['fields'][number]) => input === 'flag';
  const told = form.fields.flatMap((field) => {
    const nameOf = (value: string) => field.options?.find((one) => one.value === value)?.label ?? value;
    return [field.error ?? '', ...(isFlag(field) ? [] : [field.value ?? []].flat().map(nameOf))];
  });
  return [form.title, form.intro ?? '', ...told].filter((line) => !isSeen(line));
}

describe.each(KINDS)('with %s data', (kind) => {
  describe.each(['coordinator', 'partner'] as const)('to a %s', (role) => {
    describe.each(LOCALES)('in %s', (locale) => {
      it('every answer can be shown whole', async () => {
        const asker = { ...actors[role], locale };
        for (const line of LINES) {
          const reply = await ask(stores[kind] as Store, asker, line, {
            key: `${kind}${role}${locale}${line}`,
          });
          expect({ line, problems: problems(reply, locale) }).toEqual({ line, problems: [] });
        }
      });

      it('every form can be shown whole', async () => {
        const asker = { ...actors[role], locale };
        for (const { name } of commands) {
          const request = { command: name, args: {}, opensForm: true };
          const reply = await send(stores[kind] as Store, asker, request);
          expect({ name, problems: problems(reply, locale) }).toEqual({ name, problems: [] });
        }
      });
    });
  });
});

it.each(FULLEST)('the fullest records can be shown whole: %s', async (line) => {
  const reply = await ask(stores.extreme as Store, actors.coordinator, line);
  expect(problems(reply, 'nl')).toEqual([]);
});

describe('what people call things', () => {
  const NAMES = [
    '[klik](https://evil.example)',
    '<at>Anna</at>',
    '**x** _y_ ~~z~~ `w`',
    '{{DATE(2027-01-01T00:00:00Z, SHORT)}} {{TIME(2027-01-01T00:00:00Z)}}',
    `$${'{x}'} $${'{$root.x}'}`,
    '# kop',
    '1. lijst',
    '![plaatje](https://evil.example/x.png) &lt;b&gt; \\[x\\]',
    'https://evil.example gratis',
    '<script>alert(1)</script>',
  ];
  const LINES_ABOUT = [
    'toon campaign/naam0',
    'toon organisation/naam0',
    'kalender okt 2027',
    'organisatie',
    'persoon lijst',
    'help',
    'overlap campaign/naam0',
    'taak lijst campaign/naam0',
    'wijzig campaign/naam0 titel:"**Nieuw** [klik](https://evil.example)"',
    'verzet campaign/naam0 periode:"12 okt 2027"',
    'zoek evil',
    'zoek klik',
    'trekker campaign/naam0 klik',
    'trekker campaign/naam0 organisation/naam1',
  ];
  let store: Store;

  beforeAll(async () => {
    store = await testStore();
    const organisations = NAMES.map((name, index) =>
      sampleOrganisation(`organisation/naam${index}`, { name, short: name.slice(0, 60) }),
    );
    const campaigns = NAMES.map((title, index) =>
      sampleCampaign(`naam${index}`, {
        title,
        message: NAMES.join(' '),
        places: NAMES,
        audiences: [seniors.id],
        leads: organisations.map(({ id }) => ({ organisation: id })),
        owner: POLICE,
      }),
    );
    const people = NAMES.map((name, index) =>
      person.parse({ id: `person/naam${index}`, name, organisation: POLICE, role: 'partner' }),
    );
    await put(store, seniors, sampleOrganisation(POLICE), ...organisations, ...campaigns, ...people);
  });

  const cardsAbout = async (line: string) =>
    cardsOf(await ask(store, { ...actors.coordinator, organisations: [POLICE] }, line), 'nl');

  it.each(
    LINES_ABOUT,
  )('is never read as markup, a mention, a date to fill in or a link: %s', async (line) => {
    const cards = await cardsAbout(line);
    expect(cards.flatMap(checkAdaptiveCard)).toEqual([]);
    expect(JSON.stringify(cards)).not.toMatch(/"url":"https:\/\/evil|entities|FactSet/);
    const formatted = stringsOf(cards, ({ type }) => type === 'TextBlock');
    expect(formatted.filter((text) => /[*_~`[\]<>#{}\\&]|:\/\/|^\s*\d+\./.test(text))).toEqual([]);
  });

  it('stands there as it was written', async () => {
    const runs = (await Promise.all(LINES_ABOUT.map(cardsAbout))).map((cards) =>
      stringsOf(cards, ({ type }) => type === 'TextRun'),
    );
    const read = runs.flat().map((text) => text.replaceAll('\u2060', ''));
    for (const name of NAMES) expect(read.some((text) => text.includes(name))).toBe(true);
  });

  it('stands in the list of a form without its meaning', async () => {
    const form = await send(store, actors.coordinator, { command: 'nieuw', args: {}, opensForm: true });
    const titles = inputsIn(cardsOf(form, 'nl')).flatMap(({ choices = [] }) =>
      (choices as { title: string }[]).map(({ title }) => title),
    );
    expect(titles.some((title) => title.includes('klik'))).toBe(true);
    const marks = /\*\*|`|~~|\]\(|<(?!\u2060)|\{\{|&lt;|^(?:#|1\.)/;
    expect(titles.filter((title) => marks.test(title))).toEqual([]);
  });
});

/** The texts of the parts of these cards that are of some kind. */
function stringsOf(part: unknown, wanted: (json: Record<string, unknown>) => boolean): string[] {
  if (Array.isArray(part)) return part.flatMap((one) => stringsOf(one, wanted));
  if (typeof part !== 'object' || part === null) return [];
  const json = part as Record<string, unknown>;
  const own = wanted(json) && typeof json.text === 'string' ? [json.text] : [];
  return [...own, ...Object.values(json).flatMap((child) => stringsOf(child, wanted))];
}
