import type { KnownBlock, ModalView } from '@slack/types';
import type { Context } from '../../../command/command.ts';
import { SLACK_LIMITS } from '../../../render/slack/limits.ts';
import { type Back, encodeModalMetadata } from '../../../render/slack/modal-metadata.ts';
import { plainObject } from '../../../render/slack/plain-object.ts';
import { renderSlackViewBlocks } from '../../../render/slack/render-slack.ts';
import type { Confirm, Message, Reply } from '../../../reply/reply.ts';

/** A modal that only shows: what came of a form, or of a button in a view. */
export function shownView(reply: Reply, { t }: Pick<Context, 't'>): ModalView {
  const title = reply.type === 'choice' ? t('chat.app-name') : reply.title;
  return {
    type: 'modal',
    callback_id: 'shown',
    title: plainObject(title, SLACK_LIMITS.viewTitle),
    close: plainObject(t('render.close'), SLACK_LIMITS.viewButton),
    blocks: renderSlackViewBlocks(reply, t),
  };
}

/** A modal that says what is being done, while that takes longer than Slack waits. */
export function busyView(context: Pick<Context, 't'>): ModalView {
  const { t } = context;
  return shownView(
    {
      type: 'message',
      title: t('chat.busy-title'),
      audience: 'private',
      sections: [{ type: 'text', text: t('chat.busy') }],
    },
    context,
  );
}

/** A question before saving: what will be saved, what speaks against it, and the button that saves all the same. */
export function questionView(
  { title, draft, warnings, confirm, alternatives }: Confirm,
  context: Context,
  carried: { draft: string; mark: string; back?: Back | undefined },
): ModalView {
  const { t } = context;
  const asked: Message = {
    type: 'message',
    title,
    audience: 'private',
    sections: [
      { type: 'fields', fields: draft },
      ...warnings,
      ...(alternatives.length > 0 ? [{ type: 'actions' as const, actions: alternatives }] : []),
    ],
  };
  return {
    ...shownView(asked, context),
    callback_id: `confirm:${confirm.command}`.slice(0, SLACK_LIMITS.callbackId),
    submit: plainObject(confirm.label, SLACK_LIMITS.viewButton, t('render.choose')),
    notify_on_close: true,
    private_metadata: encodeModalMetadata({
      command: confirm.command,
      ...(confirm.version === undefined ? {} : { version: confirm.version }),
      page: 0,
      pages: 1,
      draft: carried.draft,
      confirmed: carried.mark,
      ...(carried.back ? { back: carried.back } : {}),
    }),
  };
}

/** A home tab. */
export function homeView(reply: Reply, { t }: Context): { type: 'home'; blocks: KnownBlock[] } {
  return { type: 'home', blocks: renderSlackViewBlocks(reply, t) };
}
