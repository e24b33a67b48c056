import type { KnownBlock } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../command/command.ts';
import type { Back } from '../../../render/slack/modal-metadata.ts';
import type { SlackOptions } from '../options.ts';

type Row = NonNullable<Back['row']>;

/** A message that the bot sent by itself: a row of buttons gives way to what was answered with it. */
export async function markRow(
  { showAnswered }: SlackOptions,
  { t }: Pick<Context, 't'>,
  client: WebClient,
  { channel, message, block, label }: Row,
  shown: { text?: string | undefined; blocks?: readonly unknown[] | undefined },
): Promise<void> {
  const answered = t('chat.answered', { answer: label });
  const blocks = (shown.blocks ?? []) as KnownBlock[];
  await showAnswered(`${channel} ${message}`, { blockId: block, text: answered }, blocks, (drawn) =>
    client.chat.update({ channel, ts: message, text: shown.text ?? answered, blocks: drawn }),
  );
}

/** The same once a form was sent that was opened from it: Slack sends no message along with a form. */
export async function markRowAfterForm(
  options: SlackOptions,
  context: Pick<Context, 't'>,
  client: WebClient,
  row: Row,
): Promise<void> {
  const { channel, message } = row;
  const found = await client.conversations.history({ channel, latest: message, inclusive: true, limit: 1 });
  const shown = found.messages?.find(({ ts }) => ts === message);
  if (shown) await markRow(options, context, client, row, shown);
}
