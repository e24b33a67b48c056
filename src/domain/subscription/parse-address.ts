import { z } from 'zod';
import { Refusal } from '../../core/errors.ts';
import { mailRoad } from '../delivery/road.ts';
import type { Subscription } from './subscription.ts';

/** Where a channel's digest goes. */
export type ChannelAddress = Pick<Subscription, 'platform' | 'tenant' | 'address'>;

const SLACK = /^slack:\s*([TE][A-Z0-9]{1,30})\/([CG][A-Z0-9]{1,30})$/i;
const TEAMS = /^teams:\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/(\d{1,3}:[\w.@:-]{1,120})$/i;
const MAIL = /^(?:mail|e-mail|email|mailto):\s*(.+)$/i;

/**
 * Reads where a channel is: "mail:team@voorbeeld.nl", "slack:T123/C456" or "teams:<id of the organisation's
 * Teams>/19:...@thread.tacv2". Refuses anything else, beside the field `adres`.
 */
export function parseAddress(typed: string): ChannelAddress {
  const text = typed.trim();
  const [, workspace, channel] = SLACK.exec(text) ?? [];
  if (workspace && channel)
    return { platform: 'slack', tenant: workspace.toUpperCase(), address: channel.toUpperCase() };
  const [, tenant, conversation] = TEAMS.exec(text) ?? [];
  if (tenant && conversation)
    return { platform: 'teams', tenant: tenant.toLowerCase(), address: conversation };
  const mail = z.email().max(200).safeParse(MAIL.exec(text)?.[1]?.toLowerCase());
  if (mail.success) return { ...mailRoad(mail.data), platform: 'email' };
  throw new Refusal('channel-address', { text: text.slice(0, 60) }, 'adres');
}

/** The same address as it is typed. */
export function addressText({ platform, tenant, address }: ChannelAddress): string {
  return platform === 'email' ? `mail:${address}` : `${platform}:${tenant}/${address}`;
}
