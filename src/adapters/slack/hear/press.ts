import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  RespondFn,
  SlackActionMiddlewareArgs,
} from '@slack/bolt';
import type { Context } from '../../../command/command.ts';
import { forgetDraft } from '../../../command/keep-draft.ts';
import { runRequest } from '../../../command/run.ts';
import { type ActionTarget, decodeAction } from '../../../render/action-value.ts';
import type { Back } from '../../../render/slack/modal-metadata.ts';
import type { Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import { isProblem } from '../../chat/is-problem.ts';
import type { Recent } from '../../chat/once.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { takesItsPlace } from '../../chat/takes-its-place.ts';
import { ANOTHER_PART, partAsked, SHARE } from '../../chat/ways.ts';
import { asked, isPrivateConversation } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { answer, backTo, byResponse, byTrigger, type Ways } from '../show/answer.ts';
import { markRow } from '../show/mark-row.ts';
import { type Fate, fateOf } from '../show/tagged.ts';
import { viewWays } from '../show/view-ways.ts';
import { whoOf } from '../who-of.ts';
import { refreshHome } from './home.ts';
import { share } from './share.ts';

type Pressed = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** A button was pressed, wherever it stands. A double click acts once. */
export function onPress(options: SlackOptions, recent: Recent) {
  return async (pressed: Pressed): Promise<void> => {
    const { ack, body, action, client } = pressed;
    await ack();
    const target = decodeAction(action.value);
    if (!target) return;
    const place = body.view?.id ?? body.container.message_ts ?? '';
    if (!recent.isFirst(`${body.user.id} ${place} ${action.action_id} ${action.value}`)) return;
    const context = await asked(options, whoOf(pressed, client));
    if (target.command === SHARE) return share(options, context, target, pressed);
    if (target.command === ANOTHER_PART) return showPart(options, context, target, pressed);
    const before = await options.store.revision();
    const reply = await runSafely(options, context, () =>
      runRequest(options.registry, context, { ...target, key: keyOf(target, body, place) }),
    );
    // Chosen below a question in a form: what was filled in is saved now, in another week.
    const command = options.registry.find(target.command);
    if (command && body.view?.type === 'modal' && isDone(reply))
      await forgetDraft(context, command, target.args);
    const changed = (await options.store.revision()) !== before;
    await answer(options, context, waysOf(options, context, pressed, reply), reply);
    await afterwards(options, context, pressed, { reply, changed, target }).catch((error: Error) =>
      options.log.warn({ reason: error.message }, 'what a button stands in could not be drawn anew'),
    );
  };
}

/**
 * A button with a version means one change of that version, however often it is pressed; one without may be meant
 * again later, so then only the same press is.
 */
function keyOf({ version }: ActionTarget, { trigger_id, actions }: BlockAction, place: string): string {
  const [first] = actions;
  return version === undefined
    ? `slack ${trigger_id}`
    : `slack ${place} ${first && 'value' in first ? first.value : ''}`;
}

function waysOf(options: SlackOptions, context: Context, pressed: Pressed, reply: Reply): Ways {
  const { body, client, respond, action } = pressed;
  if (body.view) return viewWays(options, context, body, client);
  const fate = fateOf(action.block_id);
  const mine = isOnlyTheirs(body);
  const redrawn = mine && fate.type === 'redrawn' ? fate.by : undefined;
  const row = mine && fate.type === 'stays' ? rowOf(pressed) : undefined;
  return {
    show: byTrigger(options, client, body.trigger_id),
    back: { ...backTo(context, body.response_url, redrawn), ...(row ? { row } : {}) },
    say: byResponse(context, respond, {
      replace: mine && (fate.type === 'replaced' || isInPlace(reply, fate)),
    }),
  };
}

/** Where the button stands, in a message that the bot sent by itself. */
function rowOf({ body, action }: Pressed): Back['row'] {
  const { message, channel, container } = body;
  if (!message || !channel || container.is_ephemeral || !action.block_id) return undefined;
  return { channel: channel.id, message: message.ts, block: action.block_id, label: action.text.text };
}

/** Whether the answer itself takes the place of the card, which then need not be drawn anew. */
function isInPlace(reply: Reply, fate: Fate): boolean {
  return fate.type === 'redrawn' && takesItsPlace(reply, fate.by);
}

/** What others see as well is never replaced by what one of them may see. */
function isOnlyTheirs({ container, channel }: BlockAction): boolean {
  return Boolean(container.is_ephemeral) || isPrivateConversation(channel?.id ?? '');
}

/** Keeps what stands there true: the card is drawn anew after a change, or when it proved to be out of date. */
async function afterwards(
  options: SlackOptions,
  context: Context,
  pressed: Pressed,
  { reply, changed, target }: { reply: Reply; changed: boolean; target: ActionTarget },
): Promise<void> {
  const { body, action, client, respond } = pressed;
  if (body.view?.type === 'home') {
    if (changed) await refreshHome(options, whoOf(pressed, client));
    return;
  }
  if (body.view || !isOnlyTheirs(body)) return;
  const fate = fateOf(action.block_id);
  if (isInPlace(reply, fate)) return;
  const isOld = reply.type === 'form' && target.version !== undefined && reply.version !== target.version;
  const isStale = isOld || reply.type === 'confirm' || isProblem(reply);
  if (fate.type === 'redrawn' && (changed || isStale)) await redraw(options, context, fate, respond);
  const row = rowOf(pressed);
  if (fate.type === 'stays' && row && isDone(reply))
    await markRow(options, context, client, row, body.message ?? {});
}

async function redraw(
  options: SlackOptions,
  context: Context,
  { by }: Extract<Fate, { type: 'redrawn' }>,
  respond: RespondFn,
): Promise<void> {
  const reply = await runSafely(options, context, () => runRequest(options.registry, context, by));
  await byResponse(context, respond, { replace: true })(reply);
}

/** Another part of a long answer, made anew: in the place of this one where only the asker sees it. */
async function showPart(
  options: SlackOptions,
  context: Context,
  target: ActionTarget,
  { body, respond }: Pressed,
): Promise<void> {
  const asked = partAsked(target);
  if (!asked) return;
  const { request, part } = asked;
  const reply = await runSafely(options, context, () => runRequest(options.registry, context, request));
  await byResponse(context, respond, { replace: isOnlyTheirs(body), part })(reply);
}
