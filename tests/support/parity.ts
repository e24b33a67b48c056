import { commands } from '../../commands/index.ts';
import { LOCALES, type Locale } from '../../src/core/locale.ts';
import { translator } from '../../src/i18n/translate.ts';
import { encodeAction } from '../../src/render/action-value.ts';
import { plainLines } from '../../src/render/shared/plain-lines.ts';
import { commandLine } from '../../src/render/text/command-line.ts';
import type { Action, FormReply, Reply } from '../../src/reply/reply.ts';
import { actionsOf } from './ask.ts';
import { sampleCampaign } from './samples.ts';

/** What the parity tests of all platforms share: what is asked, and how what is seen is held against a reply. */

/** What differs by nature, by platform: its name as it stands in docs/parity.md, with the reason. */
export const EXCEPTIONS = {
  slack: {
    'deel-in-kanaal': 'only a chat platform has a channel to share an answer in',
    'ander-deel': 'one message of Slack holds 13,200 signs: the rest is behind a button',
    'title of a form': 'the title of a modal has room for 24 signs',
  },
  teams: {
    'ander-deel': 'one card of Teams holds 28,000 bytes: the rest is behind a button',
    'button of a form': 'in Teams only the press of a button can open a dialog',
  },
  text: {
    'button of a form': 'there is a line to type in the place of a button',
    'columns of a table': 'in columns the words of two cells stand beside each other, line by line',
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

/** Who asks, and in which tongue. */
export const ASKERS: [role: 'coordinator' | 'partner', locale: Locale][] = [
  ['coordinator', 'nl'],
  ['coordinator', 'en'],
  ['partner', 'nl'],
  ['partner', 'en'],
];

/** Every command, bare and with its examples. */
export const LINES = commands.flatMap(({ name, examples }) =>
  ['', ...examples].map((words) => `${name} ${words}`.trim()),
);

/** A campaign of which all that is told does not fit in one message of any platform, and the line that asks for it. */
export const LONG = {
  line: 'toon campaign/lang',
  record: sampleCampaign('lang', {
    title: 'Lang verhaal',
    ...Object.fromEntries(
      ['aim', 'behaviour', 'message', 'measure', 'note'].map((name) => [name, words(name, 2_000)]),
    ),
    materials: Array.from({ length: 50 }, (_none, index) => ({
      title: words(`Folder${index}`, 150),
      url: `https://folders.example/${index}`,
    })),
  }),
};

/** So many signs of words that are all different. */
function words(name: string, signs: number): string {
  let text = '';
  for (let count = 1; text.length < signs; count++) text += `${name}${count} `;
  return text.slice(0, signs).trim();
}

/** A clock on which enough time passes between two presses that they are no double click. */
export function passing(): () => number {
  let time = 0;
  return () => {
    time += 5_000;
    return time;
  };
}

/** The label that leads to the next part of a long answer, among these; in either tongue. */
export function labelOn(labels: readonly string[]): string | undefined {
  return labels.find((label) => ON.some((on) => label.startsWith(`${on} (`)));
}

const ON = LOCALES.map(
  (locale) => translator(locale)('chat.part-on', { part: 0, of: 0 }).split(' (')[0] ?? '',
);

/** The same text without what is made by chance on each side; `known`: the ids that both have. */
export function settledBy(known: ReadonlySet<string>, bases: readonly string[]): (text: string) => string {
  return (text) =>
    bases
      .reduce((one, base) => one.replaceAll(base, 'http://here'), text)
      .replaceAll(/\/feeds\/t\/\w+/g, '/feeds/t/…')
      .replaceAll(/\b[0-9A-Z]{4}(-[0-9A-Z]{4}){2}\b/g, '…')
      .replaceAll(/\b\d{4}-\d\d-\d\dT\d\d[\d:.%A]*Z/g, '…')
      .replaceAll(/(begint met|starts with) \w{4}\b/g, '$1 …')
      .replaceAll(/\b[a-z]+\/[a-z0-9.~-]+/g, (id) => (known.has(id) ? id : '…'));
}

/** What stands on somebody's screen. */
export interface Screen {
  text: string;
  /** What the buttons mean, as they are encoded. */
  buttons: readonly string[];
}

/** What of a reply is not on a screen, and what is there and in no reply. */
export function differences(
  reply: Reply,
  { text, buttons }: Screen,
  { line, settled, longestTitle }: { line: string; settled: (text: string) => string; longestTitle?: number },
): { missing: string[]; extra: string[] } {
  const seen = wordsOfText(settled(text));
  const pressed = buttons.map(settled);
  const target = (action: Action) => settled(encodeAction(action));
  const isOffered = (action: Action) =>
    pressed.includes(target(action)) || holds(seen, wordsOfText(settled(commandLine(action))));
  const facts = factsOf(reply, longestTitle).filter((fact) => !holds(seen, wordsOfText(settled(fact))));
  const actions = actionsOf(reply);
  const targets = actions.map(target);
  return {
    missing: [
      ...facts.filter((fact) => !(line.startsWith('proefdraai') && BY_CHANCE.test(fact))),
      ...actions.filter((action) => !isOffered(action)).map(target),
    ],
    extra: pressed.filter((button) => !targets.includes(button)),
  };
}

/** Of many reminders that are due alike, the ids that people got decide whose come first in the example. */
const BY_CHANCE = /Wie wordt contactpersoon|Who will be the contact/;

/** Where the words of a line may lie apart: a row of a second table names its column before each cell. */
const WINDOW = 4;

/** The words of a text one after the other, without its layout: signs, spaces and line ends fall away. */
export function wordsOfText(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}…]+/gu) ?? [];
}

/** Whether the words of a line are there, in their order and together. */
export function holds(seen: readonly string[], line: readonly string[]): boolean {
  const [first] = line;
  if (first === undefined || ` ${seen.join(' ')} `.includes(` ${line.join(' ')} `)) return true;
  return seen.some((word, index) => {
    if (word !== first) return false;
    let at = 0;
    for (const next of seen.slice(index, index + line.length * WINDOW)) if (next === line[at]) at++;
    return at === line.length;
  });
}

/** Every fact of a reply as a line; of a form also what it asks. A form's title only where it has room. */
export function factsOf(reply: Reply, longestTitle = Number.POSITIVE_INFINITY): string[] {
  return reply.type === 'form' ? formFacts(reply, longestTitle) : plainLines(reply);
}

function formFacts({ title, intro, fields, submitLabel }: FormReply, longestTitle: number): string[] {
  const asked = fields.flatMap(({ label, hint, error, value, options = [] }) => [
    label,
    hint ?? '',
    error ?? '',
    ...[value ?? []].flat().map((one) => options.find((option) => option.value === one)?.label ?? ''),
  ]);
  return [...(title.length > longestTitle ? [] : [title]), intro ?? '', submitLabel, ...asked];
}
