import type { NodemailerError } from 'nodemailer';
import type { SendResult } from '../../domain/delivery/platform.ts';
import { cleanLine } from '../../render/shared/clean-text.ts';
import { shorten } from '../../render/shared/split-text.ts';
import type { Handover } from './mail-transport.ts';

type Failure = Extract<Handover, { ok: false }>;

const LONGEST_REASON = 150;
const ADDRESS = /<?[^\s<>@]+@[^\s<>@]+>?/g;

/**
 * What a failed attempt means. An answer of the server settles it (RFC 5321 4.2, RFC 3463); without one it
 * depends on whether the whole mail had been passed on.
 */
export function failedResult({ error, isPassedOn }: Failure): SendResult {
  const reason = reasonOf(error);
  if (error.responseCode !== undefined) return answeredResult(error, error.responseCode, reason);
  if (isPassedOn) return { type: 'unclear', reason };
  // Found wrong before anything went out: the address, or a mail larger than the server takes.
  if (error.code === 'EENVELOPE') return { type: 'closed', reason };
  if (error.code === 'EMESSAGE') return { type: 'refused', reason };
  return { type: 'busy', scope: 'platform', reason };
}

function answeredResult(error: NodemailerError, code: number, reason: string): SendResult {
  const isOurs: SendResult = { type: 'busy', scope: 'platform', reason };
  const isTheirs: SendResult = { type: 'busy', scope: 'channel', reason };
  // Before the recipient was named it is about us: the log-in, the sender, the server itself.
  if (code === 421 || error.code === 'EAUTH' || !['RCPT TO', 'DATA'].includes(error.command ?? ''))
    return isOurs;
  if (code < 500) return isTheirs;
  const status = statusOf(error);
  // A full mailbox is emptied again; a policy is about who asks, and may be mended where mail is set up.
  const isFull = status?.startsWith('5.2.2') ?? (code === 552 && error.command === 'RCPT TO');
  if (isFull) return isTheirs;
  if (error.command === 'RCPT TO') return status?.startsWith('5.7') ? isTheirs : { type: 'closed', reason };
  const isAboutRecipient = status ? status.startsWith('5.1') : [550, 551, 553].includes(code);
  return { type: isAboutRecipient ? 'closed' : 'refused', reason };
}

/** The enhanced status code, such as 5.1.1, when the server gave one. */
function statusOf({ response = '' }: NodemailerError): string | undefined {
  return /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})\b/.exec(response)?.[1];
}

/** What the server said, without addresses, or what went wrong with the connection. */
function reasonOf(error: NodemailerError): string {
  const said = error.response ?? error.originalCode ?? error.timeoutType ?? error.code ?? error.name;
  return shorten(cleanLine(said).replaceAll(ADDRESS, '…'), LONGEST_REASON);
}
