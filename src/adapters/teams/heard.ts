import { z } from 'zod';

const text = z.string().max(100_000);
const name = z.string().max(1_000);
const id = z.string().min(1).max(1_000);
const account = z.looseObject({
  id,
  name: name.nullish(),
  aadObjectId: id.nullish(),
});

/** The parts of an activity that we read. It comes from outside; anything else in it is left alone. */
export const heard = z.looseObject({
  type: z.string().max(100),
  /** Of no other channel of the Azure Bot: in Direct Line and Web Chat whoever writes says who they are. */
  channelId: z.literal('msteams'),
  id: id.nullish(),
  name: text.nullish(),
  text: text.nullish(),
  value: z.unknown().optional(),
  replyToId: id.nullish(),
  action: text.nullish(),
  serviceUrl: z.url({ protocol: /^https?$/ }).optional(),
  locale: text.nullish(),
  localTimezone: text.nullish(),
  from: account,
  recipient: z.looseObject({ id, isTargeted: z.boolean().nullish() }),
  /** Absent only where the message extension is used outside conversations. */
  conversation: z
    .looseObject({
      id,
      conversationType: z.string().max(100).nullish(),
      tenantId: id.nullish(),
    })
    .optional(),
  channelData: z
    .looseObject({
      eventType: text.nullish(),
      tenant: z.looseObject({ id }).nullish(),
      team: z.looseObject({ id: id.nullish(), name: text.nullish() }).nullish(),
      channel: z.looseObject({ id: id.nullish(), name: text.nullish() }).nullish(),
    })
    .nullish(),
  entities: z
    .array(
      z.looseObject({
        type: text.nullish(),
        timezone: text.nullish(),
        text: name.nullish(),
        mentioned: account.partial().nullish(),
      }),
    )
    .max(500)
    .nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

/** An invoke always brings something along, on which the SDK relies; all but the extension's stand in a conversation. */
export const activityBody = heard.refine(
  (activity) =>
    (activity.type !== 'invoke' || (typeof activity.value === 'object' && activity.value !== null)) &&
    (activity.conversation !== undefined || isExtension(activity)),
);

/** Something of the message extension: it is used in any conversation, also where the bot is not. */
export function isExtension({ type, name: invoke }: Pick<Heard, 'type' | 'name'>): boolean {
  return type === 'invoke' && invoke?.startsWith('composeExtension/') === true;
}

export type Heard = z.infer<typeof heard>;
