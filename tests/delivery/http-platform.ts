import type { Outgoing, Platform, SendResult } from '../../src/domain/delivery/platform.ts';
import type { PlatformName } from '../../src/domain/delivery/road.ts';
import type { Message } from '../../src/reply/reply.ts';
import type { Posted } from './fake-platform.ts';

export interface HttpPlatformOptions {
  name?: PlatformName;
  /** The ids of the nudges in a message. */
  nudgesOf?(outgoing: Outgoing<Message>): string[];
  /** False for a platform that cannot tell afterwards what arrived. */
  canFind?: boolean;
}

/** The sender's side of the fake platform. */
export function httpPlatform(base: string, options: HttpPlatformOptions = {}): Platform<Message> {
  const { name = 'slack', nudgesOf = () => [], canFind = true } = options;
  const platform: Platform<Message> = {
    name,
    async send(outgoing, signal) {
      const { delivery, kind, recipient, message } = outgoing;
      const nudges = nudgesOf(outgoing);
      const posted: Posted = { by: `${process.pid}`, delivery, kind, recipient, nudges, text: message.title };
      try {
        const body = JSON.stringify(posted);
        return await resultOf(await fetch(`${base}/messages`, { method: 'POST', body, signal }));
      } catch (error) {
        return { type: 'unclear', reason: String(error) };
      }
    },
  };
  if (!canFind) return platform;
  return {
    ...platform,
    async find(_road, delivery, signal) {
      const response = await fetch(`${base}/find?delivery=${encodeURIComponent(delivery)}`, { signal });
      if (!response.ok && response.status !== 404) throw new Error(`answered ${response.status}`);
      const { platformId } = (await response.json()) as { platformId?: string };
      return platformId;
    },
  };
}

/** The nudges whose buttons are in a message; a digest also repeats earlier ones that are open. */
export function nudgesAskedIn({ message }: Outgoing<Message>): string[] {
  const idsIn = (part: unknown): string[] => {
    if (typeof part !== 'object' || part === null) return [];
    return Object.entries(part).flatMap(([key, value]) =>
      key === 'herinnering' ? [String(value)] : idsIn(value),
    );
  };
  return [...new Set(idsIn(message.sections))];
}

async function resultOf(response: Response): Promise<SendResult> {
  const { platformId } = (await response.json()) as { platformId?: string };
  if (platformId !== undefined) return { type: 'sent', platformId };
  if (response.status !== 429) return { type: 'unclear', reason: `answered ${response.status}` };
  const seconds = Number(response.headers.get('retry-after'));
  return { type: 'busy', seconds, scope: 'tenant', reason: 'answered 429' };
}
