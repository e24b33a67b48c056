import type { SendResult } from '../../src/domain/delivery/platform.ts';
import { PLATFORMS } from '../../src/domain/delivery/road.ts';
import type { Nudge } from '../../src/domain/nudge/nudge.ts';
import type { NudgeRules } from '../../src/domain/nudge/rule.ts';
import { SENDING, sendingSwitch } from '../../src/domain/nudge/switch.ts';
import type { Person } from '../../src/domain/person/person.ts';
import { person as personSchema } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { translator } from '../../src/i18n/translate.ts';
import { createMessenger, type Messenger } from '../../src/jobs/messenger.ts';
import { renderText } from '../../src/render/text/render-text.ts';
import type { Action, Message, Reply } from '../../src/reply/reply.ts';
import { NO_LIMITS } from '../delivery/sending.ts';
import { type AskOptions, actionsOf, ask, press } from '../support/ask.ts';
import { POLICE, phishing, sampleOrganisation, seniors } from '../support/samples.ts';
import { messagesOf, put, testStore } from '../support/test-store.ts';

/** A message as somebody got it. */
export interface Got {
  /** The moment, and the same in the reader's zone (YYYY-MM-DDTHH:MM). */
  at: Temporal.Instant;
  local: string;
  delivery: string;
  to: string;
  kind: string;
  title: string;
  text: string;
  message: Message;
  nudges: Nudge[];
}

export interface StageOptions {
  at: string;
  /** Sending began here; `never` leaves it off. Without it, long before. */
  started?: string | 'never';
  rules?: NudgeRules;
}

/** A moment in Amsterdam, written as it is on the wall there. */
export function wall(local: string, zone = 'Europe/Amsterdam'): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}

export const COORDINATOR: Id<'person'> = 'person/carla';
export const CENTRE: Id<'organisation'> = 'organisation/centrum';

/** Someone who can be reached on Slack; contact of the police unless told otherwise. */
export function samplePerson(name: string, more: Partial<Person> = {}): Person {
  return personSchema.parse({
    id: `person/${name}`,
    name: name[0]?.toUpperCase() + name.slice(1),
    organisation: POLICE,
    role: 'partner',
    identities: [{ platform: 'slack', tenant: 'T1', user: `U-${name}` }],
    ...more,
  });
}

/** A coordinator, with an organisation of their own; wants no digest, so that only what is asked arrives. */
export function sampleCoordinator(name = 'carla', more: Partial<Person> = {}): Person {
  return samplePerson(name, { organisation: CENTRE, role: 'coordinator', ...more });
}

/** The whole of planner and sender over a store in memory, with a clock that is set by hand. */
export class Stage {
  readonly store: Store;
  readonly got: Got[] = [];
  readonly errors: unknown[] = [];
  /** What the platforms do with the next messages. */
  answerOf: (to: string) => SendResult = () => ({ type: 'sent' });
  readonly rules: NudgeRules;
  private time: Temporal.Instant;
  private monotonic = 1_000_000;
  private readonly messenger: Messenger;

  constructor(store: Store, { at, rules }: StageOptions) {
    this.store = store;
    this.time = wall(at);
    const stores = { ...messagesOf(store), ...(rules ? { rules } : {}) };
    this.rules = stores.rules;
    this.messenger = createMessenger({
      ...stores,
      store,
      publicUrl: 'https://campagneregie.example',
      clock: { now: () => this.time, monotonic: () => this.monotonic },
      platforms: PLATFORMS.map((name) => ({
        name,
        send: async ({ delivery, recipient, kind, message, locale }) => {
          const result = this.answerOf(recipient);
          if (result.type !== 'sent') return result;
          const zone = (await store.get(recipient as Id<'person'>))?.zone ?? 'Europe/Amsterdam';
          this.got.push({
            at: this.time,
            local: this.time.toZonedDateTimeISO(zone).toPlainDateTime().toString().slice(0, 16),
            delivery,
            to: recipient.slice(recipient.indexOf('/') + 1),
            kind,
            title: message.title,
            text: renderText(message, translator(locale)),
            message,
            nudges: (await stores.nudges.ofDelivery(delivery)).filter(({ state }) => state === 'planned'),
          });
          return result;
        },
      })),
      limits: NO_LIMITS,
      random: () => 0.5,
      worker: 'stage',
      onError: (error) => this.errors.push(error),
    });
  }

  get now(): Temporal.Instant {
    return this.time;
  }

  /** Sets the clock: a wall time in Amsterdam or a moment. Backwards too; what the machine counts goes on. */
  set(to: string | Temporal.Instant): void {
    const before = this.time;
    this.time = typeof to === 'string' ? wall(to) : to;
    this.monotonic += Math.max(120_000, this.time.epochMilliseconds - before.epochMilliseconds);
  }

  plan(): Promise<number> {
    return this.messenger.plan();
  }

  /** As the program does each minute. */
  async tick(): Promise<void> {
    await this.messenger.plan();
    await this.messenger.sendDue();
  }

  send(): Promise<number> {
    return this.messenger.sendDue();
  }

  /** Sets the clock and ticks once. */
  async at(to: string | Temporal.Instant): Promise<Got[]> {
    const before = this.got.length;
    this.set(to);
    await this.tick();
    return this.got.slice(before);
  }

  /** Runs on to a wall time in Amsterdam, with a tick at these times on each weekday. */
  async runUntil(to: string, times: readonly string[] = ['08:30', '14:00']): Promise<Got[]> {
    const before = this.got.length;
    const end = wall(to);
    const zone = 'Europe/Amsterdam';
    for (let day = this.time.toZonedDateTimeISO(zone).toPlainDate(); ; day = day.add({ days: 1 })) {
      for (const time of times) {
        const moment = day.toZonedDateTime({ plainTime: time, timeZone: zone }).toInstant();
        if (Temporal.Instant.compare(moment, end) > 0) {
          this.set(end);
          return this.got.slice(before);
        }
        if (day.dayOfWeek <= 5 && Temporal.Instant.compare(moment, this.time) > 0) await this.at(moment);
      }
    }
  }

  /** Every nudge that was brought, as "date who step", in order; of one rule when it is named. */
  brought(rule?: string): string[] {
    return this.got.flatMap(({ local, to, nudges }) =>
      nudges
        .filter((one) => rule === undefined || one.rule === rule)
        .map(({ step, rule: own }) => [local.slice(0, 10), to, ...(rule ? [] : [own]), step].join(' ')),
    );
  }

  /** The last nudge that was brought to someone. */
  last(to: string, rule?: string): Nudge {
    const found = this.got
      .filter((one) => one.to === to)
      .flatMap(({ nudges }) => nudges)
      .findLast((one) => rule === undefined || one.rule === rule);
    if (!found) throw new Error(`${to} got no ${rule ?? 'nudge'}: ${this.brought().join('; ') || 'nothing'}`);
    return found;
  }

  /** Answers a nudge by typing, through the real commands. */
  answer(who: string, { id }: Pick<Nudge, 'id'>, words: string): Promise<Reply> {
    return this.say(who, `antwoord herinnering:${id} ${words}`);
  }

  say(who: string, line: string, options: AskOptions = {}): Promise<Reply> {
    return ask(this.store, who, line, { now: this.time, ...options });
  }

  press(who: string, action: Action): Promise<Reply> {
    return press(this.store, who, action, { now: this.time });
  }

  put(...records: AnyRecord[]): Promise<void> {
    return put(this.store, ...records);
  }

  async change<R extends AnyRecord>(id: R['id'], more: Partial<R>): Promise<void> {
    const record = await this.store.get(id);
    await put(this.store, { ...record, ...more } as AnyRecord);
  }
}

/** A stage with the police, a coordinating centre, Carla who coordinates, and these records. */
export async function stage(options: StageOptions, ...records: AnyRecord[]): Promise<Stage> {
  const usual: AnyRecord[] = [
    seniors,
    phishing,
    sampleOrganisation(POLICE),
    sampleOrganisation(CENTRE),
    sampleCoordinator('carla', { digest: NO_DIGEST }),
  ];
  const store = await testStore(...new Map([...usual, ...records].map((one) => [one.id, one])).values());
  if (options.started !== 'never')
    await put(
      store,
      sendingSwitch.parse({
        id: SENDING,
        startedAt: (options.started ? wall(options.started) : LONG_AGO).toString(),
      }),
    );
  return new Stage(store, options);
}

const LONG_AGO = Temporal.Instant.from('2020-01-01T09:00:00Z');

/** The digest off: for people of whom only what they are asked matters. */
export const NO_DIGEST = { weekday: 1, time: '08:30', off: true, quietLine: false } as const;

/** The button with a command and arguments like these, in a message. */
export function buttonOf(message: Message, nudge: Pick<Nudge, 'id'>, word: string): Action {
  const found = actionsOf(message).find(
    ({ command, args }) => command === 'antwoord' && args.herinnering === nudge.id && args.antwoord === word,
  );
  if (!found) throw new Error(`no button for ${word}`);
  return found;
}
