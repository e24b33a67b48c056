import { plainLines } from '../../../render/shared/plain-lines.ts';
import type { Reply } from '../../../reply/reply.ts';
import type { Asked } from '../asked.ts';
import type { Place, Posting } from '../connect/connector.ts';
import { reasonOf, statusOf } from '../connect/connector-error.ts';
import { personalPlace } from '../connect/personal-place.ts';
import type { TeamsOptions } from '../options.ts';
import { privateMessage } from '../where.ts';
import { allCardsOf } from './look.ts';
import { onceMore } from './once-more.ts';

const LONGEST_SUMMARY = 200;

/**
 * Tells a reply to the asker alone: in the personal conversation, or as a private message in the channel. Where Teams
 * does not take that, a short line stands in the channel and the answer in the personal conversation.
 */
export async function say(options: TeamsOptions, asked: Asked, reply: Reply): Promise<void> {
  const { context, where, member } = asked;
  const cards = allCardsOf(reply, context.locale, { onlyTheirs: true, shareable: !where.isPersonal });
  const summary = summaryOf(reply);
  const postings = cards.map((card): Posting => ({ card, summary }));
  if (where.isPersonal) return postAll(options, where, postings);
  try {
    await postAll(options, where, postings, member);
  } catch (error) {
    if (!isRefused(error)) throw error;
    await sayElsewhere(options, asked, postings);
  }
}

/** The first line of a reply, for the notification that Teams shows of it. */
export function summaryOf(reply: Reply): string {
  return (plainLines(reply).find((line) => line.trim() !== '') ?? '').slice(0, LONGEST_SUMMARY);
}

/** In the personal conversation, with a line in the channel that says so, or why there is no answer. */
async function sayElsewhere(
  options: TeamsOptions,
  { context, where, member }: Asked,
  postings: readonly Posting[],
): Promise<void> {
  const { t, from } = context;
  const addressee = { tenant: where.tenant, address: from?.user ?? member, member };
  const why = await personalPlace(options, addressee)
    .then((place) => (place ? postAll(options, place, postings) : Promise.reject(NOT_INSTALLED)))
    .catch((error: unknown) => error ?? NOT_INSTALLED);
  if (why !== undefined && !isClosed(why)) throw why;
  if (why !== undefined)
    options.log.warn({ reason: reasonOf(why) }, 'a question in a channel could not be answered privately');
  const text = t(why === undefined ? 'teams.answered-elsewhere' : 'teams.not-answered');
  await onceMore(() => options.connector.post(where, { text })).catch((error: unknown) =>
    options.log.warn({ reason: reasonOf(error) }, 'a channel could not be told where the answer is'),
  );
}

const NOT_INSTALLED = new Error('the bot is not installed for this person');

/** The bot may not write to this person: only they can change that. */
function isClosed(error: unknown): boolean {
  return error === NOT_INSTALLED || [403, 404].includes(statusOf(error) ?? 0);
}

/** Teams does not take a private message here: it says so, rather than that it is busy. */
function isRefused(error: unknown): boolean {
  const status = statusOf(error);
  return status !== undefined && status >= 400 && status < 500 && status !== 429 && status !== 412;
}

async function postAll(
  { connector, privateTo }: TeamsOptions,
  place: Place,
  postings: readonly Posting[],
  to?: string,
): Promise<void> {
  for (const posting of postings) {
    const id = await onceMore(() => connector.post(place, posting, to));
    if (id && to) privateTo.isFirst(privateMessage(place.conversation, id, to));
  }
}
