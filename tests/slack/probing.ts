import { WebClient } from '@slack/web-api';
import { LINES, masked, SECRET_WORDS } from '../support/secret-records.ts';
import type { Actor } from './peers/actor.ts';
import {
  appHomeOpened,
  appMention,
  blockActions,
  blockSuggestion,
  directMessage,
  eventCallback,
  linkShared,
  messageShortcut,
  slashCommand,
  viewSubmission,
} from './peers/requests.ts';
import { buttonsIn, type Json } from './reading.ts';
import type { Stage } from './stage.ts';

/** Everything that somebody of the police could do, as they saw it: to be tried by others. */
export interface Doings {
  lines: readonly string[];
  buttons: Json[];
  views: Json[];
}

/** All that the app told Slack while this was done. */
export async function toldDuring(stage: Stage, work: () => Promise<unknown>): Promise<Json[]> {
  const { server } = stage;
  const [calls, responses] = [server.calls.length, server.responses.length];
  const answers = await work();
  return [
    ...server.calls.slice(calls).map(({ method, body }) => ({ method, body })),
    ...server.responses.slice(responses).map(({ body }) => ({ method: 'response', body })),
    ...[answers].flat().map((body) => ({ method: 'answer', body })),
  ];
}

/** Types every line; gives what was offered to press and to fill in. */
export async function typeAll(stage: Stage, by: Actor, lines = LINES): Promise<void> {
  for (const text of lines) await stage.send(await slash(stage, by, text));
}

/** Presses every button, with its exact value. */
export async function pressAll(stage: Stage, by: Actor, buttons: readonly Json[]): Promise<void> {
  const { server } = stage;
  for (const action of buttons)
    await stage.send(
      blockActions({
        ...by,
        action,
        trigger: await triggerOf(stage, by),
        responseUrl: server.newResponseUrl(by.team),
        ephemeral: '1795430000.000001',
        channel: server.channel(by.team, 'algemeen'),
      }),
    );
}

/** Sends every form as it was shown; gives what Slack was answered. */
export async function submitAll(stage: Stage, by: Actor, views: readonly Json[]): Promise<Json[]> {
  const answers: Json[] = [];
  for (const view of views) {
    const trigger = await triggerOf(stage, by);
    const { state: _state, ...empty } = viewSubmission({
      ...by,
      view: { ...view, blocks: [] },
      values: {},
      trigger,
    });
    const sent = { ...empty, view: { ...view, state: { values: valuesOf(view) } } };
    answers.push(await jsonOf(await stage.send(sent)));
  }
  return answers;
}

/** Searches for every secret in every field that is searched. */
export async function searchAll(stage: Stage, by: Actor, views: readonly Json[]): Promise<Json[]> {
  const answers: Json[] = [];
  const seen = new Set<string>();
  for (const view of views)
    for (const block of view.blocks as Json[]) {
      const element = block.element as Json | undefined;
      if (!String(element?.type).includes('external') || seen.has(`${view.callback_id} ${block.block_id}`))
        continue;
      seen.add(`${view.callback_id} ${block.block_id}`);
      const where = { view, actionId: String(element?.action_id), blockId: String(block.block_id) };
      for (const value of ['', ...SECRET_WORDS.slice(0, 2), 'Voorstelvos', 'Quirina'])
        answers.push(await jsonOf(await stage.send(blockSuggestion({ ...by, ...where, value }))));
    }
  return answers;
}

/** Opens the Home, writes to the bot, mentions it, shares links, and uses the menu of a message. */
export async function elsewhere(stage: Stage, by: Actor, direct: string): Promise<void> {
  const { server, base } = stage;
  const channel = server.channel(by.team, 'algemeen');
  const urls = ['zonnewende', 'voorstel', 'embargo'].map((slug) => `${base}/campagnes/${slug}`);
  const lines = ['kalender', 'overzicht', 'toon campaign/zonnewende', 'toon campaign/embargo', 'zonnewende'];
  const events = [
    appHomeOpened(by.user, direct),
    ...lines.flatMap((line) => [
      directMessage(by.user, direct, line),
      appMention(by.user, channel, `<@${server.bot(by.team)}> ${line}`),
    ]),
    linkShared(by.user, channel, urls),
    linkShared(by.user, channel, urls, 'composer'),
  ];
  for (const event of events)
    await stage.send(
      eventCallback({ team: by.team, event, eventId: `Ev${++events_}`, bot: server.bot(by.team) }),
    );
  for (const callbackId of ['signaal', 'aanpak'])
    await stage.send(
      messageShortcut({
        ...by,
        channel,
        message: { ts: '1795430000.000100', text: 'Iemand belde' },
        callbackId,
        trigger: await triggerOf(stage, by),
        responseUrl: server.newResponseUrl(by.team),
      }),
    );
}
let events_ = 0;

/** The conversation between the bot and somebody. */
export async function conversation({ server }: Stage, team: string, user: string): Promise<string> {
  const token = server.calls.findLast((call) => call.team === team && call.token !== '')?.token;
  const client = new WebClient(token, { slackApiUrl: server.apiUrl });
  return (await client.conversations.open({ users: user })).channel?.id ?? '';
}

/** The buttons and forms among what was told, each once. */
export function doingsIn(stage: Stage, told: readonly Json[]): Doings {
  const views = [...stage.server.opened('T1')] as Json[];
  const forms = views.filter(({ callback_id }) => String(callback_id) !== 'shown');
  const byValue = new Map(buttonsIn(told).map((button) => [String(button.value), button]));
  return { lines: LINES, buttons: [...byValue.values()], views: forms };
}

/** The same without these words in what is typed, pressed and sent: it would only be repeated. */
export function withoutWords({ lines, buttons, views }: Doings, words: readonly string[]): Doings {
  const isClean = (line: string) => !words.some((word) => line.includes(word));
  return { lines: lines.filter(isClean), buttons: masked(buttons, words), views: masked(views, words) };
}

async function slash(stage: Stage, by: Actor, text: string) {
  const { server } = stage;
  return slashCommand({
    ...by,
    channel: server.channel(by.team, 'algemeen'),
    command: '/campagne',
    text,
    trigger: await triggerOf(stage, by),
    responseUrl: server.newResponseUrl(by.team),
  });
}

/** Somebody of another workspace has no trigger of ours. */
async function triggerOf({ server }: Stage, { team, user, userTeam = team }: Actor): Promise<string> {
  return server.newTrigger(team, userTeam === team ? user : server.person(team, 'anna').id);
}

function valuesOf(view: Json): Json {
  const inputs = (view.blocks as Json[]).filter(({ type }) => type === 'input');
  return Object.fromEntries(
    inputs.map(({ block_id, element }) => {
      const { action_id, type, initial_value, initial_date, initial_option, initial_options } =
        element as Json;
      const state = {
        type,
        ...(initial_value ? { value: initial_value } : {}),
        ...(initial_date ? { selected_date: initial_date } : {}),
        ...(initial_option ? { selected_option: initial_option } : {}),
        ...(initial_options ? { selected_options: initial_options } : {}),
      };
      return [String(block_id), { [String(action_id)]: state }];
    }),
  );
}

async function jsonOf(response: Response): Promise<Json> {
  const text = await response.text();
  return text === '' ? {} : (JSON.parse(text) as Json);
}
