import type { Context as BoltContext } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Who } from './asked.ts';

/** The parts of interactive payloads that say who did it, and where. */
interface Interactive {
  body: {
    user: { id: string; team_id?: string };
    channel?: { id: string; name?: string } | undefined;
    container?: { channel_id?: string } | undefined;
    enterprise?: { id: string } | null | undefined;
  };
  context: BoltContext;
}

/** Who pressed a button or sent a form. */
export function whoOf({ body, context }: { body: unknown; context: BoltContext }, client: WebClient): Who {
  const { user, channel, container, enterprise } = body as Interactive['body'];
  const id = channel?.id ?? container?.channel_id;
  return {
    ...placeOf(context),
    user: user.id,
    // Within one Enterprise Grid people have workspaces of their own, and are no strangers for that.
    userTeam: enterprise ? undefined : user.team_id,
    channel: id === undefined ? undefined : { id, ...(channel?.name ? { name: channel.name } : {}) },
    client,
  };
}

/** The workspace that a request came from. */
export function placeOf({ teamId, enterpriseId, isEnterpriseInstall }: BoltContext) {
  return { teamId, enterpriseId, isEnterpriseInstall };
}
