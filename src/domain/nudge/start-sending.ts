import { Refusal } from '../../core/errors.ts';
import { isCoordinator, require } from '../access/may.ts';
import type { By } from '../change-one.ts';
import type { Store } from '../ports.ts';
import { type AnyRecord, pick } from '../records.ts';
import { SENDING, type SendingSwitch, sendingSwitch } from './switch.ts';

/** A trial run that was looked at longer ago than this says too little about today. */
const SEEN_DAYS = 7;

/** Looking at it again on the same day, or at its next page, is nothing new. */
const SEEN_LATELY_HOURS = 12;

/** Keeps that a coordinator has looked at the trial run. */
export function seeTrialRun(store: Store, by: By): Promise<SendingSwitch> {
  return changeSwitch(store, by, 'sending.trial', (old) => {
    const lately = by.at.subtract({ hours: SEEN_LATELY_HOURS });
    const isNews = !old.seenAt || Temporal.Instant.compare(Temporal.Instant.from(old.seenAt), lately) < 0;
    return { ...old, ...(isNews ? { seenAt: by.at.toString() } : {}) };
  });
}

/** Begins to send, or goes on after a pause. Refuses whoever has not looked at the trial run of this week. */
export function startSending(store: Store, by: By): Promise<SendingSwitch> {
  return changeSwitch(store, by, 'sending.start', (old) => {
    const oldest = by.at.subtract({ hours: 24 * SEEN_DAYS });
    const isSeen = old.seenAt && Temporal.Instant.compare(Temporal.Instant.from(old.seenAt), oldest) >= 0;
    if (!old.startedAt && !isSeen) throw new Refusal('start-unseen');
    return {
      ...old,
      startedAt: old.startedAt ?? by.at.toString(),
      pausedAt: undefined,
    };
  });
}

/** Holds everything back until a coordinator lets it go on; what is being handed over at this moment still goes. */
export function pauseSending(store: Store, by: By): Promise<SendingSwitch> {
  return changeSwitch(store, by, 'sending.pause', (old) => {
    if (!old.startedAt) throw new Refusal('not-started');
    return { ...old, pausedAt: old.pausedAt ?? by.at.toString() };
  });
}

async function changeSwitch(
  store: Store,
  by: By,
  action: string,
  update: (old: SendingSwitch) => Partial<SendingSwitch>,
): Promise<SendingSwitch> {
  require(isCoordinator(by.actor), 'coordinators-only');
  const changed = await store.change<SendingSwitch>({
    actor: by.actor,
    action,
    at: by.at,
    ids: [SENDING],
    decide: (current) => {
      const old = pick(current, SENDING) ?? sendingSwitch.parse({ id: SENDING });
      const next = sendingSwitch.parse(JSON.parse(JSON.stringify({ ...old, ...update(old) })));
      return { put: [next as AnyRecord], result: next };
    },
  });
  return changed.result;
}
