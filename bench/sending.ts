import { clockStartingAt } from '../src/core/clock.ts';
import type { Delivery } from '../src/domain/delivery/delivery.ts';
import type { SendingLimits } from '../src/domain/delivery/limits.ts';
import { PLATFORMS } from '../src/domain/delivery/road.ts';
import { createMessenger, type MessengerOptions } from '../src/jobs/messenger.ts';
import type { Prepared } from '../src/jobs/prepared.ts';
import { createSender } from '../src/jobs/sender.ts';
import type { Message } from '../src/reply/reply.ts';
import type { FilledMessages } from './filled-messages.ts';
import { NOW } from './filled-store.ts';
import { compared, timeOf, usedMemory } from './measure.ts';
import type { PartnershipSize } from './partnership.ts';
import { plainOutbox } from './plain-outbox.ts';
import { queueMessages, roadIn } from './queue-messages.ts';
import { report } from './topic.ts';

const EVERYTHING = { messages: 10_000, seconds: 1 };
const AT_ONCE = { perChannel: EVERYTHING, perTenant: EVERYTHING, perPlatform: EVERYTHING, concurrency: 4 };
const NO_LIMITS: SendingLimits = { slack: AT_ONCE, teams: AT_ONCE, email: AT_ONCE, console: AT_ONCE };

const MESSAGE: Message = {
  type: 'message',
  title: 'Bericht',
  audience: 'private',
  sections: [{ type: 'text', text: 'Er is iets.' }],
};

/** So many messages are sent in a round, whatever the size: what one costs is what may grow. */
const QUEUED = 2_000;
const MADE = 50;

type SetUp = () => Promise<() => Promise<number>>;

/** Messages a second to platforms that take each one at once, beside the least that must be written for them. */
export async function measureSending(
  filled: FilledMessages,
  size: PartnershipSize,
  rounds: number,
): Promise<void> {
  const options = optionsOf(filled);
  await measure('outbox alone', filled, size, rounds, async () => {
    queueMessages(filled.database, size, QUEUED);
    return createSender({ ...options, prepare: fixed }).sendDue;
  });
  await measure('messages made and sent', filled, size, rounds, async () => {
    const { plan, sendDue } = createMessenger(options);
    await plan();
    filled.keep(MADE);
    return sendDue;
  });
}

async function measure(
  what: string,
  filled: FilledMessages,
  size: PartnershipSize,
  rounds: number,
  setUp: SetUp,
): Promise<void> {
  const plain = plainOutbox(filled.database);
  const once = async (): Promise<{ ours: number; plain: number; sent: number }> => {
    filled.forget();
    const send = await setUp();
    let sent = 0;
    const ours = await timeOf(async () => {
      sent = await send();
    });
    filled.forget();
    const ids = queueMessages(filled.database, size, sent);
    return { sent, ours: (sent / ours) * 1_000, plain: (sent / (await timeOf(() => plain(ids)))) * 1_000 };
  };
  await once();
  const before = usedMemory();
  const measured: { ours: number; plain: number; sent: number }[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await once());
  const grown = usedMemory() - before;
  const sent = measured.reduce((sum, one) => sum + one.sent, 0);
  report({ what, size: size.campaigns, ...compared(measured), unit: 'per s' });
  report({ what: `${what}: memory grown by`, size: sent, ours: grown, unit: 'MB' });
}

async function fixed({ id, kind, lane, recipient }: Delivery): Promise<Prepared> {
  const outgoing = { delivery: id, kind, recipient, locale: 'nl', message: MESSAGE, campaigns: [] } as const;
  return { type: 'send', roads: [roadIn(lane, recipient)], outgoing, text: 'Er is iets.' };
}

function optionsOf({ stores }: FilledMessages): MessengerOptions {
  return {
    ...stores,
    publicUrl: 'https://campagneregie.example',
    platforms: PLATFORMS.map((name) => ({ name, send: async () => ({ type: 'sent' }) })),
    limits: NO_LIMITS,
    clock: clockStartingAt(NOW),
    random: () => 0.5,
    worker: 'bench',
    onError: (error) => {
      throw error;
    },
  };
}
