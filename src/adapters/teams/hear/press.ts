import { runRequest } from '../../../command/run.ts';
import { type ActionTarget, decodeAction } from '../../../render/action-value.ts';
import { TEAMS_ACTION_KEY } from '../../../render/teams/limits.ts';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import type { Reply } from '../../../reply/reply.ts';
import { isDone } from '../../chat/is-done.ts';
import { isProblem } from '../../chat/is-problem.ts';
import { within } from '../../chat/patience.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { takesItsPlace } from '../../chat/takes-its-place.ts';
import { ANOTHER_PART, partAsked, SHARE } from '../../chat/ways.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { cardOf, type Fate, fateOf } from '../show/look.ts';
import { replaceCard } from '../show/replace-card.ts';
import { labelPressed, rowAnswered } from '../show/row-answered.ts';
import { say } from '../show/say.ts';
import { share } from './share.ts';

type Data = Readonly<Record<string, unknown>>;

/** Whether what came with a message or a card is a press on a button of ours. */
export function isPress(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, TEAMS_ACTION_KEY);
}

/** Teams waits five seconds for what a press gives. */
const PATIENCE_MS = 3_500;

/** A button of a card that answers through Action.Execute: what Teams is to show for it. */
export async function onPress(options: TeamsOptions, who: Asked, activity: Heard) {
  const { action } = (activity.value ?? {}) as { action?: { data?: unknown } };
  const work = isPress(action?.data) ? pressForGood(options, who, activity, action.data) : undefined;
  const card = work && (await within(PATIENCE_MS, options.underWay.during(work)));
  return card
    ? { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card }
    : {
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: who.context.t('teams.see-chat'),
      };
}

/** What is answered to a press is shown until Teams is opened anew; the message itself is changed for good. */
async function pressForGood(
  options: TeamsOptions,
  who: Asked,
  activity: Heard,
  data: Data,
): Promise<AdaptiveCard | undefined> {
  const card = await press(options, who, activity, data);
  if (card && activity.replyToId)
    void options.underWay.during(replaceCard(options, who, activity.replyToId, card));
  return card;
}

/** A button of a client that does not know Action.Execute: the card is changed as any message of ours. */
export async function pressInMessage(options: TeamsOptions, who: Asked, activity: Heard): Promise<void> {
  const card = await press(options, who, activity, activity.value as Data);
  if (card && activity.replyToId) await replaceCard(options, who, activity.replyToId, card);
}

/**
 * A button was pressed. Gives the card that takes the place of the one it stands in, for the presser; undefined when
 * that stays as it is. A double click acts once.
 */
export async function press(
  options: TeamsOptions,
  who: Asked,
  activity: Heard,
  data: Data,
): Promise<AdaptiveCard | undefined> {
  const target = decodeAction(data[TEAMS_ACTION_KEY]);
  if (!target) return undefined;
  const { context, where } = who;
  const place = `${where.tenant} ${where.conversation} ${activity.replyToId ?? ''}`;
  if (!options.pressed.isFirst(`${context.from?.user} ${place} ${data[TEAMS_ACTION_KEY]}`)) return undefined;
  if (target.command === SHARE) return void (await share(options, who, target));
  if (target.command === ANOTHER_PART) return showPart(options, who, target);
  const before = await options.store.revision();
  const reply = await runSafely(options, context, () =>
    runRequest(options.registry, context, { ...target, key: keyOf(target, activity, place) }),
  );
  const changed = (await options.store.revision()) !== before;
  return afterPress(options, who, activity, { reply, changed, target, fate: fateOf(data) });
}

/**
 * A button with a version means one change of that version, however often it is pressed; one without may be meant
 * again later, so then only the same press is.
 */
function keyOf({ version, command, args }: ActionTarget, { id }: Heard, place: string): string {
  return version === undefined
    ? `teams ${place} ${id}`
    : `teams ${place} ${command} ${version} ${JSON.stringify(args)}`;
}

interface Pressed {
  reply: Reply;
  changed: boolean;
  target: ActionTarget;
  fate: Fate;
}

async function afterPress(
  options: TeamsOptions,
  who: Asked,
  { replyToId }: Heard,
  { reply, changed, target, fate }: Pressed,
): Promise<AdaptiveCard | undefined> {
  const { context } = who;
  if (fate.type === 'replaced' || (fate.type === 'redrawn' && takesItsPlace(reply, fate.by)))
    return cardOf(reply, context.locale, { onlyTheirs: true, shareable: !who.where.isPersonal });
  await say(options, who, reply);
  if (fate.type === 'row') {
    const label = isDone(reply) ? await labelPressed(options, who, replyToId, target) : undefined;
    return label && replyToId ? rowAnswered(options, who, replyToId, { row: fate.row, label }) : undefined;
  }
  const isOld = reply.type === 'form' && target.version !== undefined && reply.version !== target.version;
  const isStale = isOld || reply.type === 'confirm' || isProblem(reply);
  if (fate.type !== 'redrawn' || !(changed || isStale)) return undefined;
  const drawn = await runSafely(options, context, () => runRequest(options.registry, context, fate.by));
  return cardOf(drawn, context.locale, { onlyTheirs: true, shareable: !who.where.isPersonal });
}

/** Another part of a long answer, made anew, in the place of this one. */
async function showPart(
  options: TeamsOptions,
  { context, where }: Asked,
  target: ActionTarget,
): Promise<AdaptiveCard | undefined> {
  const asked = partAsked(target);
  if (!asked) return undefined;
  const reply = await runSafely(options, context, () => runRequest(options.registry, context, asked.request));
  return cardOf(reply, context.locale, { onlyTheirs: true, shareable: !where.isPersonal, part: asked.part });
}
