import type { App } from '@microsoft/teams.apps';
import { turns } from '../../core/turns.ts';
import { recently } from '../chat/once.ts';
import { onConversationUpdate, onInstalled, onRemoved, onStillInstalled } from './hear/lifecycle.ts';
import { onMessage } from './hear/message.ts';
import { ordered } from './hear/ordered.ts';
import { type Heard, heard } from './heard.ts';
import { answerTo, INVOKES, type InvokeName } from './invokes.ts';
import type { TeamsOptions } from './options.ts';
import { type Where, whereOf } from './where.ts';

/** How long an activity is known, so that the same one sent again does nothing: longer than its token holds. */
const REPLAY_MS = 2 * 3_600_000;

/** An activity as the SDK brings it, and where its service answers. */
interface Brought {
  activity: unknown;
  ref: { serviceUrl: string };
}

type Told = (options: TeamsOptions, activity: Heard, where: Where) => Promise<void>;

/** An upgrade is no first installation; a removal for one is no removal. */
const onUpgraded: Told = async (options, activity, where) => {
  if (activity.action === 'add-upgrade') await onStillInstalled(options, activity, where);
};

/** Everything that Teams can tell us, and what does it. */
export function listen(app: App, options: TeamsOptions): void {
  const { log, monotonic, underWay } = options;
  const turn = turns();
  const inOrder = ordered();
  const seen = recently(REPLAY_MS, monotonic);
  const isFirst = ({ activity, where }: Read) =>
    activity.id == null || seen.isFirst(`${where.tenant} ${where.conversation} ${activity.id}`);

  /** Acknowledged at once, and done beside the request. */
  const beside = (work: Told) => {
    return async (brought: Brought): Promise<void> => {
      const read = readBrought(brought);
      if (!read) return log.debug({}, 'an activity of no tenant, or of two, was left alone');
      if (!isFirst(read)) return;
      const done = turn()
        .then(() => work(options, read.activity, read.where))
        .catch((error: unknown) => log.error({ err: error }, 'what was told by Teams could not be done'));
      void underWay.during(done);
    };
  };
  /** Answered in the response itself. */
  const inResponse = (name: InvokeName) => {
    return async (brought: Brought) => {
      const read = readBrought(brought);
      if (!read) return { status: 400 };
      if (!isFirst(read)) return { status: 200 };
      return { status: 200, body: await underWay.during(answerTo(options, name, read)) };
    };
  };

  app.on('message', beside(onMessage));
  // What comes and goes stays in its order, however long the calls in between take.
  const orderly = (work: Told): Told => {
    return (around, activity, where) => inOrder(where.tenant, () => work(around, activity, where));
  };
  app.on('install.add', beside(orderly(onInstalled)));
  app.on('install.remove', beside(orderly(onRemoved)));
  app.on('installationUpdate', beside(orderly(onUpgraded)));
  app.on('conversationUpdate', beside(orderly(onConversationUpdate)));
  for (const name of Object.keys(INVOKES) as InvokeName[]) app.on(name, inResponse(name) as never);
  // Signing in is nothing that we ask for; the SDK would answer it by itself.
  for (const name of ['signin.token-exchange', 'signin.verify-state', 'signin.failure'] as const)
    app.on(name, (async () => ({ status: 501 })) as never);
  // Behind the others, so only for what none of them knows.
  app.on('invoke', (async () => ({ status: 501 })) as never);
}

interface Read {
  activity: Heard;
  where: Where;
}

/** Undefined for what is no activity as we know them, or is of no tenant. */
function readBrought({ activity, ref }: Brought): Read | undefined {
  const parsed = heard.safeParse(activity);
  const where = parsed.success ? whereOf(parsed.data, ref.serviceUrl) : undefined;
  return parsed.success && where ? { activity: parsed.data, where } : undefined;
}
