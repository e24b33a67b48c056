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

async function sayElsewhere(
  options: TeamsOptions,
  { context, where, member }: Asked,
  postings: readonly Posting[],
): Promise<void> {
  const { t, from } = context;
  const line = (text: string) => options.connector.post(where, { text });
  try {
    const place = await personalPlace(options, {
      tenant: where.tenant,
      address: from?.user ?? member,
      member,
    });
    if (!place) throw new Error('the bot is not installed for this person');
    await postAll(options, place, postings);
    await line(t('teams.answered-elsewhere'));
  } catch (error) {
    options.log.warn({ reason: reasonOf(error) }, 'a question in a channel could not be answered privately');
    await line(t('teams.not-answered'));
  }
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
