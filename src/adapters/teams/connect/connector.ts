import type { App } from '@microsoft/teams.apps';
import type { AdaptiveCard } from '../../../render/teams/types.ts';
import { statusOf, withoutRequest } from './connector-error.ts';

/** A conversation, and where Teams' service answers for it. */
export interface Place {
  serviceUrl: string;
  conversation: string;
}

/** A message as it is posted: words, a card, and the line that a notification shows. */
export interface Posting {
  text?: string;
  summary?: string;
  card?: AdaptiveCard;
}

/** A member of a conversation as the Bot Connector tells it, as far as we look. */
export interface Member {
  id: string;
  name?: string;
  aadObjectId?: string;
  userPrincipalName?: string;
  tenantId?: string;
  userRole?: string;
}

/** The calls of Teams' Bot Connector that we make. Each throws what its answer says when it fails. */
export interface Connector {
  /** Posts a message and gives its id; `to`: the only member who sees it. */
  post(place: Place, posting: Posting, to?: string): Promise<string | undefined>;
  /** Puts another in its place; `to` as it was posted. */
  update(place: Place, id: string, posting: Posting, to?: string): Promise<void>;
  /** Begins (or finds) the personal conversation with someone, and gives its id. */
  open(serviceUrl: string, tenant: string, member: string): Promise<string>;
  /** Undefined when the member is not in that conversation. */
  member(place: Place, member: string): Promise<Member | undefined>;
  channelsOf(serviceUrl: string, team: string): Promise<{ id: string; name?: string | undefined }[]>;
}

const CARD = 'application/vnd.microsoft.card.adaptive';
const NOT_THERE = [403, 404];

/** These calls by way of the SDK, which brings the tokens. */
export function connectorOver(app: App, clientId: string): Connector {
  const at = (serviceUrl: string) => app.api.clone({ serviceUrl });
  const bot = { id: `28:${clientId}` };
  return {
    post: told(async ({ serviceUrl, conversation }, posting, to) => {
      const { conversations } = at(serviceUrl);
      const activity = activityOf(posting, bot);
      const posted = to
        ? await conversations.createTargetedActivity(conversation, {
            ...activity,
            recipient: { id: to, isTargeted: true },
          } as never)
        : await conversations.createActivity(conversation, activity as never);
      return (posted as { id?: string } | undefined)?.id;
    }),
    update: told(async ({ serviceUrl, conversation }, id, posting, to) => {
      const { conversations } = at(serviceUrl);
      const activity = activityOf(posting, bot) as never;
      await (to
        ? conversations.updateTargetedActivity(conversation, id, activity)
        : conversations.updateActivity(conversation, id, activity));
    }),
    open: told(async (serviceUrl, tenant, member) => {
      const made = await at(serviceUrl).conversations.create({
        isGroup: false,
        bot,
        members: [{ id: member }],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      } as never);
      return made.id;
    }),
    member: told(async ({ serviceUrl, conversation }, member) => {
      try {
        return (await at(serviceUrl).conversations.getMemberById(conversation, member)) as Member;
      } catch (error) {
        if (NOT_THERE.includes(statusOf(error) ?? 0)) return undefined;
        throw error;
      }
    }),
    channelsOf: told(async (serviceUrl, team) =>
      (await at(serviceUrl).teams.getConversations(team)).flatMap(({ id, name }) =>
        id ? [{ id, name }] : [],
      ),
    ),
  };
}

/** The same call, whose errors hold nothing of what was sent. */
function told<A extends unknown[], R>(call: (...args: A) => Promise<R>): (...args: A) => Promise<R> {
  return async (...args) => {
    try {
      return await call(...args);
    } catch (error) {
      throw withoutRequest(error);
    }
  };
}

/** A message in the words of the Bot Connector. */
export function activityOf({ text, summary, card }: Posting, bot: { id: string }) {
  return {
    type: 'message' as const,
    from: bot,
    ...(text === undefined ? {} : { text, textFormat: 'plain' as const }),
    ...(summary === undefined ? {} : { summary }),
    ...(card ? { attachments: [{ contentType: CARD, content: card }] } : {}),
  };
}
