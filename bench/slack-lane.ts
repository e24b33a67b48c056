import { connect } from 'node:net';

/** A kept connection that carries one request at a time, and costs less than the server behind it. */
export interface Lane {
  /** Sends a request; gives when its answer began to come. Throws for another answer than 200. */
  send(request: string): Promise<number>;
  close(): void;
}

/** Opens one to a port of this machine. */
export function openLane(port: number): Promise<Lane> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve({ send, close: () => socket.destroy() }));
    socket.setNoDelay().once('error', reject);
    const send = (request: string): Promise<number> =>
      new Promise((answered, failed) => {
        // An acknowledgement has no body, so it comes in one piece.
        socket.once('data', (data: Buffer) => {
          const at = performance.now();
          if (data.toString('latin1', 9, 12) === '200') answered(at);
          else failed(new Error(`answered with ${data.toString('latin1', 0, 60)}`));
        });
        socket.write(request);
      });
  });
}
