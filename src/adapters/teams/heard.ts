import { z } from 'zod';

const text = z.string().max(200_000);
const id = z.string().min(1).max(1_000);
const account = z.looseObject({
  id,
  name: text.nullish(),
  aadObjectId: id.nullish(),
});

/** The parts of an activity that we read. It comes from outside; anything else in it is left alone. */
export const heard = z.looseObject({
  type: z.string().max(100),
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
  conversation: z.looseObject({
    id,
    conversationType: z.string().max(100).nullish(),
    tenantId: id.nullish(),
  }),
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
        text: text.nullish(),
        mentioned: account.partial().nullish(),
      }),
    )
    .nullish(),
  membersAdded: z.array(account).nullish(),
  membersRemoved: z.array(account).nullish(),
});

/** An invoke always brings something along; the SDK relies on it. */
export const activityBody = heard.refine(
  ({ type, value }) => type !== 'invoke' || (typeof value === 'object' && value !== null),
);

export type Heard = z.infer<typeof heard>;
