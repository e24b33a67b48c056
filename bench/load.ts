import { connect, type Socket } from 'node:net';
import { requestText, type Way } from './feed-requests.ts';

/** A client that costs less than the servers that it asks: it counts bytes, since each answer is as long. */

export interface Load {
  port: number;
  way: Way;
  requests: number;
  connections: number;
}

process.on('message', (load) => {
  run(load as Load).then(
    (seconds) => process.send?.(seconds),
    (error) => {
      throw error;
    },
  );
});
process.send?.('ready');

/** Sends so many requests, each connection its share one after the other; gives the seconds it took. */
async function run({ port, way, requests, connections }: Load): Promise<number> {
  const text = Buffer.from(await requestText(port, way));
  const sockets = await Promise.all(Array.from({ length: connections }, () => opened(port)));
  const length = await lengthOfAnswer(sockets[0] as Socket, text);
  const share = Math.ceil(requests / connections);
  const begun = performance.now();
  await Promise.all(sockets.map((socket) => askAgain(socket, text, length, share)));
  const seconds = (performance.now() - begun) / 1000;
  for (const socket of sockets) socket.destroy();
  return seconds * (requests / (share * connections));
}

function opened(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket)).setNoDelay();
    socket.once('error', reject);
  });
}

/** The first answer is read whole; the others must be as long. */
function lengthOfAnswer(socket: Socket, text: Buffer): Promise<number> {
  return new Promise((resolve) => {
    let received = Buffer.alloc(0);
    const read = (chunk: Buffer): void => {
      received = Buffer.concat([received, chunk]);
      const head = received.indexOf('\r\n\r\n');
      if (head === -1) return;
      const declared = /content-length: (\d+)/i.exec(received.toString('latin1', 0, head))?.[1] ?? '0';
      const length = head + 4 + Number(declared);
      if (received.length < length) return;
      socket.off('data', read);
      resolve(length);
    };
    socket.on('data', read);
    socket.write(text);
  });
}

function askAgain(socket: Socket, text: Buffer, length: number, times: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let left = times;
    let received = 0;
    const read = ({ length: more }: Buffer): void => {
      received += more;
      if (received < length) return;
      if (received > length) {
        reject(new Error('an answer was longer than the first one'));
        return;
      }
      received = 0;
      left--;
      if (left > 0) socket.write(text);
      else {
        socket.off('data', read);
        resolve();
      }
    };
    socket.on('data', read);
    socket.once('error', reject);
    socket.write(text);
  });
}
