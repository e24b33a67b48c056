import { connect } from 'node:net';

/** When an answer had come whole, on this process's clock, and what stands in it. */
export interface Answer {
  at: number;
  body: string;
}

/** A kept connection that carries one request at a time, and costs less than the server behind it. */
export interface Lane {
  /** Sends a request. Throws for another answer than 200. */
  send(request: string): Promise<Answer>;
  close(): void;
}

/** Where the head of an answer ends, and what in it says how long the rest is. */
const END = '\r\n\r\n';
const LENGTH = /\r\ncontent-length: *(\d+)/i;

/** Opens one to a port of this machine. */
export function openLane(port: number): Promise<Lane> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve({ send, close: () => socket.destroy() }));
    socket.setNoDelay().once('error', reject);
    const send = (request: string): Promise<Answer> =>
      new Promise((answered, failed) => {
        let come: Buffer = Buffer.alloc(0);
        const onData = (part: Buffer): void => {
          come = come.length === 0 ? part : Buffer.concat([come, part]);
          const body = come.indexOf(END) + END.length;
          if (body < END.length) return;
          const head = come.toString('latin1', 0, body);
          const [, length = '0'] = LENGTH.exec(head) ?? [];
          if (come.length < body + Number(length)) return;
          const at = performance.now();
          socket.off('data', onData);
          if (head.startsWith('200', 'HTTP/1.1 '.length)) answered({ at, body: come.toString('utf8', body) });
          else failed(new Error(`answered with ${come.toString('utf8').slice(0, 500)}`));
        };
        socket.on('data', onData);
        socket.write(request);
      });
  });
}
