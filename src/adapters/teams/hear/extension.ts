import { contextFor } from '../../../command/context.ts';
import { searchRecords } from '../../../command/search-options.ts';
import { isStranger, standingReply } from '../../../command/standing-reply.ts';
import { OUTSIDER } from '../../../domain/access/actor.ts';
import { nameOf } from '../../../domain/names.ts';
import { type AnyRecord, isKind } from '../../../domain/records.ts';
import type { Kind } from '../../../domain/shared/record.ts';
import type { ActionTarget } from '../../../render/action-value.ts';
import { plainLines } from '../../../render/shared/plain-lines.ts';
import type { Message, Reply } from '../../../reply/reply.ts';
import { withoutActions } from '../../../reply/without-actions.ts';
import { forChannel, isShown } from '../../chat/for-channel.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { SEARCH_PARAMETER, type SearchCommand } from '../package/extension-commands.ts';
import { cardOf } from '../show/look.ts';

const MOST = 8;
const LONGEST_LINE = 100;

/** What each search looks through; a fraud form stands for where to go when it happened. */
const KINDS: Readonly<Record<SearchCommand, readonly Kind[]>> = {
  campagne: ['campaign'],
  aanpak: ['practice'],
  meldpunt: ['form', 'helppoint'],
};

/** A card of a public record, as it can be put into any conversation, and the lines that it is chosen by. */
export interface Found {
  title: string;
  line: string;
  card: ReturnType<typeof cardOf>;
}

/**
 * What someone looks up from the message box. Only what is for everyone: the card may be put into any conversation,
 * and who reads along there is not known.
 */
export async function onSearch(options: TeamsOptions, { context }: Asked, { value }: Heard) {
  const { commandId, parameters } = (value ?? {}) as { commandId?: unknown; parameters?: unknown };
  const kinds = KINDS[commandId as SearchCommand];
  if (isStranger(context)) return line(await standingReply(context));
  // All that there is to see came with the first page.
  if (!kinds || isLaterPage(value)) return results([]);
  const { locale } = context;
  const around = contextFor(options, { ...OUTSIDER, locale }, 'channel');
  const records = await searchRecords(around, kinds, typedIn(parameters));
  const found: Found[] = [];
  for (const record of records) {
    const one = await foundAs(options, context, record);
    if (one) found.push(one);
    if (found.length >= MOST) break;
  }
  return results(found);
}

/** The cards to choose from, in the words of Teams. */
export function results(found: readonly Found[]) {
  const attachments = found.map(({ title, line, card }) => ({
    contentType: 'application/vnd.microsoft.card.adaptive' as const,
    content: card,
    preview: {
      contentType: 'application/vnd.microsoft.card.thumbnail' as const,
      content: { title: plain(title), text: plain(line) },
    },
  }));
  return { composeExtension: { type: 'result' as const, attachmentLayout: 'list' as const, attachments } };
}

/** One line in the place of cards, for who is not known here. */
function line(reply: Reply) {
  const [text = ''] = plainLines(reply);
  return { composeExtension: { type: 'message' as const, text } };
}

/** The public card of what a request shows; undefined when it is not for everyone. */
export async function publicCard(
  options: TeamsOptions,
  { locale }: Asked['context'],
  request: Pick<ActionTarget, 'command' | 'args'>,
): Promise<Found | undefined> {
  const reply = await forChannel(options, request, locale);
  if (reply.type !== 'message' || !isShown(reply)) return undefined;
  const shown = withoutActions(reply) as Message;
  const [, ...lines] = plainLines(shown).filter((line) => line.trim() !== '');
  return { title: reply.title, line: lines[0] ?? '', card: cardOf(shown, locale) };
}

async function foundAs(
  options: TeamsOptions,
  context: Asked['context'],
  record: AnyRecord,
): Promise<Found | undefined> {
  const isForm = isKind(record, 'form');
  const request = isForm
    ? { command: 'meldpunt', args: { vorm: record.id } }
    : { command: 'toon', args: { wat: record.id } };
  const found = await publicCard(options, context, request);
  return found && { ...found, title: isForm ? found.title : nameOf(record, context.locale) };
}

function isLaterPage(value: unknown): boolean {
  const { queryOptions } = (value ?? {}) as { queryOptions?: { skip?: unknown } };
  return Number(queryOptions?.skip ?? 0) > 0;
}

function typedIn(parameters: unknown): string {
  const given = Array.isArray(parameters) ? (parameters as { name?: unknown; value?: unknown }[]) : [];
  const typed = given.find((one) => one?.name === SEARCH_PARAMETER)?.value;
  return typeof typed === 'string' ? typed.slice(0, 200) : '';
}

/** A thumbnail's lines are read as HTML. */
function plain(text: string): string {
  return text.slice(0, LONGEST_LINE).replaceAll(/[<>&]/g, ' ');
}
