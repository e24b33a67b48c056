import { z } from 'zod';
import { isoInstant, shortText } from '../shared/fields.ts';
import { type Id, idOf, recordSchema } from '../shared/record.ts';

export const CHAT_PLATFORMS = ['slack', 'teams'] as const;
export type ChatPlatform = (typeof CHAT_PLATFORMS)[number];

/** A Slack workspace (or whole Enterprise Grid) or a Teams tenant in which the bot is installed. */
export const tenant = recordSchema('tenant', {
  name: shortText,
  platform: z.enum(CHAT_PLATFORMS),
  /** As the platform writes it: T0123, E0123, or the Entra tenant's id. */
  tenant: shortText,
  /** Whose it is; several when they share it. Empty until it is linked: then nobody in it sees anything. */
  organisations: z.array(idOf('organisation')).default([]),
  installedAt: isoInstant,
  /** Set while the bot is not in it any more: removed by the workspace, or its access withdrawn. */
  goneAt: isoInstant.optional(),
  /** When a wrong code was tried here, newest last. */
  wrongCodes: z.array(isoInstant).max(20).default([]),
});
export type Tenant = z.infer<typeof tenant>;

/** The id of the record of a workspace or tenant. */
export function tenantId(platform: ChatPlatform, id: string): Id<'tenant'> {
  return `tenant/${platform}~${id.toLowerCase()}`;
}
