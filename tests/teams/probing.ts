import {
  KEEP_COMMANDS,
  SEARCH_COMMANDS,
  SEARCH_PARAMETER,
} from '../../src/adapters/teams/package/extension-commands.ts';
import { LINES, masked, SECRET_WORDS } from '../support/secret-records.ts';
import {
  applicationSearch,
  executeAction,
  extensionFetchTask,
  extensionQuery,
  extensionQueryLink,
  extensionSubmitAction,
  message,
  slashMessage,
  submitInMessage,
  taskFetch,
  taskSubmit,
} from './peers/activities.ts';
import { type At, at } from './peers/at.ts';
import { buttonsIn, inputsIn, inputValues, type Json } from './reading.ts';
import type { Stage, TenantName, Where } from './stage.ts';

/** Who tries something, and where; in their own conversation with the bot when it is not told. */
export interface By {
  tenant: TenantName;
  who: string;
  where?: Where;
}

/** Everything that somebody of the police could do, as they saw it: to be tried by others. */
export interface Doings {
  lines: readonly string[];
  /** What buttons send: of messages, and of what is open as a dialog with all that is filled in there. */
  pressed: Json[];
  opened: Json[];
  submitted: Json[];
  /** What fields that are searched here ask for. */
  datasets: string[];
}

/** All that the app told Teams while this was done; what the work gives are answers to invokes. */
export async function toldDuring(stage: Stage, work: () => Promise<Json[] | undefined>): Promise<Json[]> {
  const { calls } = stage.connector;
  const before = calls.length;
  const answers = (await work()) ?? [];
  return [...calls.slice(before).map(({ call, body }) => ({ call, body })), ...answers];
}

/** Writes every line to the bot. */
export async function typeAll(stage: Stage, by: By, lines = LINES): Promise<undefined> {
  for (const text of lines) await stage.send(message(placeOf(stage, by), text));
  return undefined;
}

/** The buttons, forms and searched fields among what was told, each once; opens every form as this person. */
export async function doingsOf(stage: Stage, by: By, told: readonly Json[]): Promise<Doings> {
  const isOpener = ({ data }: Json) => (data as { msteams?: unknown }).msteams !== undefined;
  const all = buttonsIn(told).map(({ data }) => ({ data }));
  const opened = unique(all.filter(isOpener).map(({ data }) => data as Json));
  const pressed = unique(all.filter((one) => !isOpener(one)).map(({ data }) => data as Json));
  const dialogs = await openAll(stage, by, opened);
  const submitted = dialogs.flatMap(sendable);
  const queries = inputsIn(dialogs).map((input) => input['choices.data'] as Json | undefined);
  const datasets = [...new Set(queries.flatMap((query) => (query ? [String(query.dataset)] : [])))];
  return { lines: LINES, pressed, opened, submitted, datasets };
}

/** Tries everything; gives what Teams was answered in the responses themselves. */
export async function tryEverything(stage: Stage, by: By, doings: Doings): Promise<Json[]> {
  const { lines, pressed, opened, submitted, datasets } = doings;
  await typeAll(stage, by, lines);
  return [
    ...(await pressAll(stage, by, pressed)),
    ...(await openAll(stage, by, opened)),
    ...(await sendAll(stage, by, submitted, taskSubmit)),
    ...(await searchAll(stage, by, datasets)),
    ...(await elsewhere(stage, by)),
  ];
}

/** The same without these words in what is typed, pressed and sent: it would only be repeated. */
export function withoutWords(doings: Doings, words: readonly string[]): Doings {
  const isClean = (line: string) => !words.some((word) => line.includes(word));
  return { ...masked(doings, words), lines: doings.lines.filter(isClean) };
}

/** One in so many of each: for who stands as somebody does who tried everything. */
export function sampled({ lines, pressed, opened, submitted, datasets }: Doings, each: number): Doings {
  const some = <T>(all: readonly T[]) => all.filter((_one, index) => index % each === 0);
  return {
    lines: some(lines),
    pressed: some(pressed),
    opened: some(opened),
    submitted: some(submitted),
    datasets: some(datasets),
  };
}

/** Presses every button of a message; some of them also as old clients do, and as if they stood in a dialog. */
async function pressAll(stage: Stage, by: By, buttons: readonly Json[]): Promise<Json[]> {
  const answers = await sendAll(stage, by, buttons, (from, data, replyToId) =>
    executeAction(from, { verb: String(data.cr), data, replyToId }),
  );
  const some = buttons.filter((_data, index) => index % 4 === 0);
  await sendAll(stage, by, some, submitInMessage);
  return [...answers, ...(await sendAll(stage, by, some, taskSubmit))];
}

function openAll(stage: Stage, by: By, buttons: readonly Json[]): Promise<Json[]> {
  return sendAll(stage, by, buttons, taskFetch);
}

async function searchAll(stage: Stage, by: By, datasets: readonly string[]): Promise<Json[]> {
  const words = ['', ...SECRET_WORDS.slice(0, 2), 'Voorstelvos', 'Quirina'];
  const asked = datasets.flatMap((dataset) => words.map((word) => ({ dataset, word })));
  const answers: Json[] = [];
  for (const { dataset, word } of asked)
    answers.push(await answerTo(stage, applicationSearch(placeOf(stage, by), word, dataset)));
  return answers;
}

/** Looks up from the message box, pastes links, keeps messages, and asks in the channel, its threads and the group. */
export async function elsewhere(stage: Stage, { tenant, who }: By): Promise<Json[]> {
  const { connector, base } = stage;
  const group = at(connector, tenant, who, 'group');
  const words = ['', 'Openbaar', ...SECRET_WORDS];
  const on = { id: '1795420000000', html: '<p>Iemand belde</p>' };
  const asked = [
    ...SEARCH_COMMANDS.flatMap((commandId) =>
      words.map((text) => extensionQuery(group, { commandId, text, parameter: SEARCH_PARAMETER })),
    ),
    ...['zonnewende', 'voorstel', 'embargo', 'openbaar'].map((slug) =>
      extensionQueryLink(group, `${base}/campagnes/${slug}`),
    ),
    ...KEEP_COMMANDS.flatMap((command) => [
      extensionFetchTask(group, command, on),
      extensionSubmitAction(group, command, { cr: '{"c":"concept"}' }, on),
    ]),
  ];
  const answers: Json[] = [];
  for (const one of asked) answers.push(await answerTo(stage, one));
  const lines = ['kalender', 'overzicht', 'toon campaign/zonnewende', 'toon campaign/embargo', 'zonnewende'];
  for (const line of lines)
    for (const [where, thread] of [['algemeen'], ['gedeeld', '1795420000001'], ['group']] as const) {
      const from = at(connector, tenant, who, where, thread);
      await stage.send(message(from, line));
      await stage.send(slashMessage(from, line));
    }
  return answers;
}

type Making = (from: At, data: Json, replyToId: string) => Json;

async function sendAll(stage: Stage, by: By, all: readonly Json[], made: Making): Promise<Json[]> {
  const answers: Json[] = [];
  for (const data of all) {
    const from = placeOf(stage, by);
    answers.push(await answerTo(stage, made(from, data, lastSeen(stage, from))));
  }
  return answers;
}

/** The newest message that they see there, as the one that the button stands in. */
function lastSeen({ connector }: Stage, { conversation, person }: At): string {
  const seen = connector.shown(conversation).findLast((one) => (one.for ?? person.id) === person.id);
  return seen?.id ?? '1795430000001';
}

function placeOf({ connector }: Stage, { tenant, who, where = 'personal' }: By): At {
  return at(connector, tenant, who, where);
}

/** What Teams was answered; as it would be shown, or a word of how it was refused. */
export async function answerTo(stage: Stage, activity: Json): Promise<Json> {
  const response = await stage.send(activity);
  const text = await response.text();
  return text === '' ? {} : (JSON.parse(text) as Json);
}

/** What the form came with; of a field that must be filled in and is empty, something. */
function filledIn(dialog: Json): Json {
  const needed = inputsIn(dialog).filter(({ isRequired, value }) => isRequired && value === undefined);
  const values = needed.map(({ id, type, choices }) => [
    String(id),
    type === 'Input.Text' ? 'iets' : String((choices as Json[] | undefined)?.[0]?.value ?? '2027-03-01'),
  ]);
  return inputValues(dialog, Object.fromEntries(values));
}

/** What every button of a dialog sends. */
export function sendable(dialog: Json): Json[] {
  const inputs = filledIn(dialog);
  return buttonsIn(dialog).map(({ data }) => ({ ...(data as Json), ...inputs }));
}

function unique(all: readonly Json[]): Json[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}
