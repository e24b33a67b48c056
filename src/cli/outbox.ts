import type { App } from '../app.ts';
import { HOME_ZONE } from '../core/clock.ts';
import { SetupError } from '../core/errors.ts';
import { DELIVERY_STATES, type Delivery, type DeliveryState } from '../domain/delivery/delivery.ts';
import { LEASE_FOR } from '../domain/delivery/outbox.ts';
import { reasonText } from '../domain/delivery/reasons.ts';
import { withApp } from './open-app.ts';
import { slugOf } from './person.ts';
import { DONE, print, readArgs, UsageError, type Verb, words } from './verb.ts';

const MOST = 1_000;
const RETRY_DAYS = 3;

export const outboxVerb: Verb = {
  name: 'outbox',
  usage: [`list [--state ${DELIVERY_STATES.join('|')}] [--json]`, 'retry <id>', 'drop <id>'],
  summary: 'Messages that wait, were sent or could not be: try one again, or take one out.',
  run: async ([what, ...args]) => {
    if (what === 'list') return list(args);
    if (what === 'retry') return retry(args);
    if (what === 'drop') return drop(args);
    throw new UsageError(what === undefined ? 'Say what to do.' : `"${what}" is not list, retry or drop.`);
  },
};

async function list(args: string[]): Promise<number> {
  const { values, positionals } = readArgs(args, { state: { type: 'string' }, json: { type: 'boolean' } });
  words(positionals);
  const query = values.state === undefined ? {} : { states: [stateOf(values.state)] };
  return withApp(async ({ messages: { outbox } }) => {
    const found = await outbox.list({ ...query, limit: MOST });
    if (values.json) print(JSON.stringify(found.map(shown), null, 2));
    else for (const delivery of found) print(lineOf(delivery));
    const rest = (await outbox.count(query)) - found.length;
    if (rest > 0 && !values.json) print(`... and ${rest} older.`);
    return DONE;
  });
}

async function retry(args: string[]): Promise<number> {
  const [id = ''] = words(readArgs(args, {}).positionals, 'id');
  return withApp(async (app) => {
    const at = app.now();
    const expiresAt = at.add({ hours: 24 * RETRY_DAYS });
    if (!(await app.messages.outbox.retry(id, { at, expiresAt })))
      throw new SetupError(`${await standing(app, id)} Only expired and dead messages can be tried again.`);
    print(`${id} is tried again until ${moment(expiresAt)}.`);
    return DONE;
  });
}

async function drop(args: string[]): Promise<number> {
  const [id = ''] = words(readArgs(args, {}).positionals, 'id');
  return withApp(async (app) => {
    const step = { reason: reasonText('dropped'), monotonic: app.clock.monotonic(), leaseFor: LEASE_FOR };
    if (!(await app.messages.outbox.drop(id, step))) {
      const which = 'Only messages that are queued and not just being sent, expired or dead can be dropped.';
      throw new SetupError(`${await standing(app, id)} ${which}`);
    }
    print(`${id} is dropped: it is not sent.`);
    return DONE;
  });
}

/** What the outbox has under this id, as a sentence. */
async function standing({ messages: { outbox } }: App, id: string): Promise<string> {
  const delivery = await outbox.get(id);
  if (!delivery) throw new SetupError(`No message has the id "${id}". "outbox list" shows them.`);
  return `${id} is ${delivery.state}.`;
}

function stateOf(text: string): DeliveryState {
  const state = DELIVERY_STATES.find((one) => one === text);
  if (!state) throw new UsageError(`--state is one of ${DELIVERY_STATES.join(', ')}, not "${text}".`);
  return state;
}

/** Neither text nor address: who runs the program need not read what was written to whom. */
function shown({ text: _text, road: _road, closedRoads: _closed, ...delivery }: Delivery) {
  const { createdAt, nextAt, expiresAt, sentAt } = delivery;
  return {
    ...delivery,
    createdAt: moment(createdAt),
    nextAt: moment(nextAt),
    expiresAt: moment(expiresAt),
    sentAt: sentAt && moment(sentAt),
  };
}

function lineOf(delivery: Delivery): string {
  const { id, state, kind, recipient, attempts, reason = '' } = delivery;
  const tried = attempts === 1 ? '1 attempt' : `${attempts} attempts`;
  const made = `made ${moment(delivery.createdAt)}`;
  return [id, state, kind, slugOf(recipient), made, whenOf(delivery), tried, reason].join('\t').trimEnd();
}

function whenOf({ state, sentAt, nextAt, expiresAt }: Delivery): string {
  if (sentAt) return `sent ${moment(sentAt)}`;
  return state === 'queued' ? `next ${moment(nextAt)}` : `until ${moment(expiresAt)}`;
}

/** In the partnership's zone, with its offset: 2026-11-23T10:00:00+01:00. */
function moment(at: Temporal.Instant): string {
  return at.toString({ timeZone: HOME_ZONE, smallestUnit: 'second' });
}
