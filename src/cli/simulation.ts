import { HOME_ZONE, todayAt } from '../core/clock.ts';
import { mondayOf } from '../core/dates/iso-week.ts';
import { PROGRAM } from '../domain/access/actor.ts';
import { scopeOf } from '../domain/access/visibility.ts';
import { settingsOfPerson, settingsOfSubscription } from '../domain/courtesy/settings-of.ts';
import { type SlotSettings, slotsBetween } from '../domain/courtesy/slots.ts';
import type { SendingLimits } from '../domain/delivery/limits.ts';
import type { Platform } from '../domain/delivery/platform.ts';
import { PLATFORMS } from '../domain/delivery/road.ts';
import { SENDING, sendingSwitch } from '../domain/nudge/switch.ts';
import type { AnyRecord } from '../domain/records.ts';
import { rollForward } from '../domain/series/roll-forward.ts';
import { translator } from '../i18n/translate.ts';
import { createMessenger } from '../jobs/messenger.ts';
import type { SituationOptions } from '../jobs/situation.ts';
import { renderText } from '../render/text/render-text.ts';
import type { Message } from '../reply/reply.ts';
import { withoutActions } from '../reply/without-actions.ts';

/** A message of the simulation: when (with offset), to whom, what it is, its title and its text. */
export interface SimulatedMessage {
  at: string;
  to: string;
  kind: string;
  subject: string;
  text: string;
}

const EVERYTHING = { messages: 10_000, seconds: 1 };
const AT_ONCE = { perChannel: EVERYTHING, perTenant: EVERYTHING, perPlatform: EVERYTHING, concurrency: 1 };
const NO_LIMITS: SendingLimits = { slack: AT_ONCE, teams: AT_ONCE, email: AT_ONCE, console: AT_ONCE };

/**
 * Plays planner and sender from the first day to the last (ISO dates, both counted), in virtual time and with
 * sending switched on, over stores that may be written to. Gives each message as it would be sent, in order.
 */
export async function simulate(
  stores: SituationOptions & { publicUrl: string },
  from: string,
  until: string,
  tell: (message: SimulatedMessage) => void,
): Promise<void> {
  let now = Temporal.PlainDate.from(from).toZonedDateTime(HOME_ZONE).toInstant();
  const end = Temporal.PlainDate.from(until).add({ days: 1 }).toZonedDateTime(HOME_ZONE).toInstant();
  const clock = { now: () => now, monotonic: () => now.epochMilliseconds };
  let sent: SimulatedMessage[] = [];
  const platforms = PLATFORMS.map(
    (name): Platform<Message> => ({
      name,
      send: async ({ recipient, kind, message, locale }) => {
        const at = now
          .toZonedDateTimeISO(HOME_ZONE)
          .toString({ timeZoneName: 'never', smallestUnit: 'second' });
        sent.push({
          at,
          to: recipient,
          kind,
          subject: message.title,
          text: renderText(withoutActions(message), translator(locale)),
        });
        return { type: 'sent' };
      },
    }),
  );
  const onError = (error: unknown): void => {
    throw error;
  };
  const messenger = createMessenger({
    ...stores,
    platforms,
    limits: NO_LIMITS,
    clock,
    random: () => 0.5,
    worker: 'simulation',
    onError,
  });
  await rollForward(stores.store, todayAt(now), now);
  await switchOn(stores, now);
  for (const moment of await momentsOf(stores, now, end)) {
    // Between two mornings: what had to wait for somebody's working hours.
    for (
      let due = await stores.outbox.nextDue();
      due && isBefore(due, moment);
      due = await stores.outbox.nextDue()
    ) {
      now = isBefore(now, due) ? due : now.add({ seconds: 1 });
      await messenger.sendDue();
    }
    if (todayAt(moment).toString() !== todayAt(now).toString())
      await rollForward(stores.store, todayAt(moment), moment);
    now = moment;
    await messenger.plan();
    await messenger.sendDue();
    for (const message of sent.sort(byReader)) tell(message);
    sent = [];
  }
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0;
}

function byReader(one: SimulatedMessage, other: SimulatedMessage): number {
  return one.at < other.at ? -1 : one.at > other.at ? 1 : one.to < other.to ? -1 : 1;
}

async function switchOn({ store }: SituationOptions, at: Temporal.Instant): Promise<void> {
  const on = sendingSwitch.parse({ id: SENDING, startedAt: at.toString() });
  await store.change({
    actor: PROGRAM,
    action: 'sending.simulate',
    at,
    ids: [SENDING],
    decide: () => ({ put: [on as AnyRecord], result: null }),
  });
}

/** Every morning of anyone, in order. */
async function momentsOf(
  { store }: SituationOptions,
  from: Temporal.Instant,
  until: Temporal.Instant,
): Promise<Temporal.Instant[]> {
  const scope = scopeOf(PROGRAM, from);
  const settings = new Map<string, SlotSettings>();
  const add = (one: SlotSettings): unknown => settings.set(JSON.stringify(one), one);
  for (const person of await store.list('person', scope)) add(settingsOfPerson(person));
  for (const one of await store.list('subscription', scope)) add(settingsOfSubscription(one));
  const monday = mondayOf(todayAt(from));
  const weeks = Math.ceil(from.until(until).total('hours') / 24 / 7) + 2;
  const moments = [...settings.values()]
    .flatMap((one) => slotsBetween(monday, weeks, one))
    .map(({ at }) => at.epochMilliseconds)
    .filter((at) => at >= from.epochMilliseconds && at < until.epochMilliseconds);
  return [...new Set(moments)].sort((a, b) => a - b).map((at) => Temporal.Instant.fromEpochMilliseconds(at));
}
