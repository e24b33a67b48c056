import type { Platform } from '../../domain/delivery/platform.ts';
import type { Message } from '../../reply/reply.ts';

/**
 * Where messages go while the program is tried out without chat or mail: they count as arrived, and the console
 * shows them to whom they were sent.
 */
export const consolePlatform: Platform<Message> = {
  name: 'console',
  send: async () => ({ type: 'sent' }),
};
