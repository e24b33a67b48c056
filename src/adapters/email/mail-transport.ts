import type { Readable } from 'node:stream';
import { createTransport, type NodemailerError, type SendMailOptions } from 'nodemailer';

/** How an attempt to hand over one mail ended. */
export type Handover =
  | { ok: true }
  /** `isPassedOn`: the whole mail went to the server, so without its answer it may have been accepted. */
  | { ok: false; error: NodemailerError; isPassedOn: boolean };

/** The mail server, through a few connections that are kept open. */
export interface MailTransport {
  /** Never throws for what the server does. */
  send(mail: SendMailOptions & { messageId: string }, signal: AbortSignal): Promise<Handover>;
  /** Connects and logs in; throws what is wrong. */
  verify(): Promise<void>;
  close(): void;
}

/** Milliseconds. The caller's signal ends the whole of an attempt. */
export interface MailTimeouts {
  connect: number;
  /** Of silence while a mail is handed over; some servers look at a mail for long before they answer. */
  idle: number;
}

const TIMEOUTS: MailTimeouts = { connect: 10_000, idle: 60_000 };
const CONNECTIONS = 2;
const MAILS_PER_CONNECTION = 50;
const LOCAL: readonly string[] = ['localhost', '127.0.0.1', '[::1]', '::1'];

/** The transport of an SMTP_URL. A password goes over an encrypted line only, unless the server is this machine. */
export function mailTransport(url: string, timeouts: MailTimeouts = TIMEOUTS): MailTransport {
  const { username, hostname } = new URL(url);
  const transport = createTransport({
    url,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: MAILS_PER_CONNECTION,
    // Only for a kept connection that turns out to be gone before anything was sent over it.
    maxRequeues: 1,
    connectionTimeout: timeouts.connect,
    greetingTimeout: timeouts.connect,
    socketTimeout: timeouts.idle,
    requireTLS: username !== '' && !LOCAL.includes(hostname),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The final dot goes out once the mail has been read to its end: only then can it have been accepted.
  const underway = new Map<string, Readable>();
  transport.use('stream', (mail, done) => {
    const { message, data } = mail;
    const create = message.createReadStream.bind(message);
    message.createReadStream = (options) => {
      const stream = create(options);
      underway.set(data.messageId ?? '', stream);
      return stream;
    };
    done();
  });
  return {
    async send(mail, signal) {
      try {
        await transport.sendMail({ ...mail, signal });
        return { ok: true };
      } catch (error) {
        const isPassedOn = underway.get(mail.messageId)?.readableEnded ?? false;
        return { ok: false, error: error as NodemailerError, isPassedOn };
      } finally {
        underway.delete(mail.messageId);
      }
    },
    async verify() {
      await transport.verify();
    },
    close: () => transport.close(),
  };
}
