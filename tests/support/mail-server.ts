import type { Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

/** What the mail server does with the next mails. A number is its answer, "drop" breaks the connection. */
export interface MailScript {
  sender?: string;
  recipient?: string | 'drop' | 'silence';
  /** After the final dot. */
  content?: string | 'drop' | 'silence';
}

export interface MailServer {
  url: string;
  received: { raw: string; mail: ParsedMail }[];
  script: MailScript;
  /** How often a whole mail came in, taken or not. */
  whole(): number;
  stop(): Promise<void>;
}

/** A real mail server on a free port of loopback that does as it is told. */
export async function startMailServer(password?: string): Promise<MailServer> {
  const received: MailServer['received'] = [];
  const state = { script: {} as MailScript, whole: 0 };
  const server = new SMTPServer({
    authOptional: password === undefined,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    onAuth: (auth, _session, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('wrong')),
    onMailFrom: (_address, _session, done) => answer(state.script.sender, done),
    onRcptTo: (_address, _session, done) => answer(state.script.recipient, done),
    onData: async (stream, _session, done) => {
      const chunks: Buffer[] = [];
      for await (const chunk of stream) chunks.push(chunk as Buffer);
      state.whole++;
      const raw = Buffer.concat(chunks).toString();
      if (state.script.content === undefined) received.push({ raw, mail: await simpleParser(raw) });
      answer(state.script.content, done);
    },
  });

  const answer = (said: string | undefined, done: (error?: Error | null) => void) => {
    if (said === 'silence') return;
    if (said === 'drop') {
      for (const { _socket } of server.connections as Iterable<{ _socket: Socket }>) _socket.destroy();
      return;
    }
    const refusal =
      said && Object.assign(new Error(said.slice(4)), { responseCode: Number(said.slice(0, 3)) });
    done(refusal || null);
  };

  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    get script() {
      return state.script;
    },
    set script(script) {
      state.script = script;
    },
    whole: () => state.whole,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
