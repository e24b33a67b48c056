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
import { reasonOf } from '../connect/connector-error.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';
import { cardOf, type Fate, fateOf } from '../show/look.ts';
import { replaceCard } from '../show/replace-card.ts';
import { labelPressed, rowAnswered } from '../show/row-answered.ts';
import { say } from '../show/say.ts';
import { PATIENCE_MS } from './in-time.ts';
import { share } from './share.ts';

type Data = Readonly<Record<string, unknown>>;

/** Whether what came with a message or a card is a press on a button of ours. */
export function isPress(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, TEAMS_ACTION_KEY);
}

/** What a press gives. */
interface Given {
  /** Takes the place of the card that the button stands in, for the presser. */
  card?: AdaptiveCard | undefined;
  /** Shown for the moment only: the message itself stays as it is. */
  passing?: boolean;
  /** What nobody has seen yet when the card is not shown. */
  untold?: Reply | undefined;
}

/** A button of a card that answers through Action.Execute: what Teams is to show for it. */
export async function onPress(options: TeamsOptions, who: Asked, activity: Heard) {
  const { t } = who.context;
  const { action } = (activity.value ?? {}) as { action?: { data?: unknown } };
  if (!isPress(action?.data)) return line(t('teams.see-chat'));
  const work = options.underWay.during(press(options, who, activity, action.data));
  const given = await within(PATIENCE_MS, work);
  if (!given) {
    void options.underWay.during(
      work.then((late) => showLater(options, who, activity, late)).catch(noted(options)),
    );
    return line(t('teams.later'));
  }
  const { card, passing } = given;
  if (!card) return line(t('teams.see-chat'));
  // What is answered here is shown until Teams is opened anew; the message itself is changed for good.
  if (activity.replyToId && !passing)
    void options.underWay.during(replaceCard(options, who, activity.replyToId, card));
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

function line(value: string) {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/** A button of a client that does not know Action.Execute: nothing can be given back, so the message itself is changed. */
export async function pressInMessage(options: TeamsOptions, who: Asked, activity: Heard): Promise<void> {
  await showLater(options, who, activity, await press(options, who, activity, activity.value as Data));
}

/** Shows it without an answer to the press: in the message itself, or else below it. */
async function showLater(
  options: TeamsOptions,
  who: Asked,
  { replyToId }: Heard,
  { card, passing, untold }: Given,
): Promise<void> {
  const isShown = card && replyToId && !passing && (await replaceCard(options, who, replyToId, card));
  if (!isShown && untold) await say(options, who, untold);
}

function noted({ log }: TeamsOptions) {
  return (error: unknown) => log.warn({ reason: reasonOf(error) }, 'what a press gave could not be shown');
}

/** A button was pressed. A double click acts once. */
async function press(options: TeamsOptions, who: Asked, activity: Heard, data: Data): Promise<Given> {
  const target = decodeAction(data[TEAMS_ACTION_KEY]);
  if (!target) return {};
  const { context, where } = who;
  const place = `${where.tenant} ${where.conversation} ${activity.replyToId ?? ''}`;
  if (!options.pressed.isFirst(`${context.from?.user} ${place} ${data[TEAMS_ACTION_KEY]}`)) return {};
  if (target.command === SHARE) {
    await share(options, who, target);
    return {};
  }
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
): Promise<Given> {
  const { context } = who;
  const look = { onlyTheirs: true, shareable: !who.where.isPersonal };
  if (fate.type === 'replaced' || (fate.type === 'redrawn' && takesItsPlace(reply, fate.by)))
    return { card: cardOf(reply, context.locale, look), untold: reply };
  const isTold = await say(options, who, reply).then(
    () => true,
    (error: unknown) => {
      noted(options)(error);
      return false;
    },
  );
  const card = await cardAfter(options, who, replyToId, { reply, changed, target, fate });
  if (card) return { card };
  return isTold ? {} : { card: cardOf(reply, context.locale, look), passing: true };
}

/** The card that the button stands in, as it is after what was done; undefined when it stays as it is. */
async function cardAfter(
  options: TeamsOptions,
  who: Asked,
  message: string | null | undefined,
  { reply, changed, target, fate }: Pressed,
): Promise<AdaptiveCard | undefined> {
  const { context } = who;
  if (fate.type === 'row') {
    const label = isDone(reply) ? await labelPressed(options, who, message, target) : undefined;
    return label && message ? rowAnswered(options, who, message, { row: fate.row, label }) : undefined;
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
): Promise<Given> {
  const asked = partAsked(target);
  if (!asked) return {};
  const reply = await runSafely(options, context, () => runRequest(options.registry, context, asked.request));
  const look = { onlyTheirs: true, shareable: !where.isPersonal, part: asked.part };
  return { card: cardOf(reply, context.locale, look), untold: reply };
}
