import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SetupError } from '../core/errors.ts';
import type { FeedHandler } from './feed-handler.ts';
import type { Metrics } from './metrics.ts';

export interface HttpServerOptions {
  feeds: FeedHandler;
  site: RequestListener;
  metrics: Metrics;
}

/** How long a request that has begun may go on once the program is asked to stop. */
const GRACE_MS = 10_000;

/** The one HTTP server: feeds first, since they are asked for most, and the site for everything else. */
export function httpServer({ feeds, site, metrics }: HttpServerOptions): Server {
  return createServer((request, response) => {
    const answered = feeds(request, response);
    if (answered === true) metrics.feed(response.statusCode);
    else if (answered === false) site(request, response);
    else void answered.then(() => metrics.feed(response.statusCode));
  });
}

/** Listens, and gives the port; a SetupError says in a sentence why it cannot. */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => reject(listenProblem(error, host, port));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function listenProblem(error: NodeJS.ErrnoException, host: string, port: number): unknown {
  if (error.code === 'EADDRINUSE')
    return new SetupError(
      `Port ${port} of ${host} is in use, perhaps by this program itself. Stop the other one, or set PORT to a free port.`,
    );
  if (error.code === 'EACCES')
    return new SetupError(`Port ${port} may not be used by this user. Set PORT to a number above 1023.`);
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND')
    return new SetupError(`HOST is ${host}, which is no address of this machine. Set it to 127.0.0.1.`);
  return error;
}

/** Takes no new requests, lets those that have begun finish, and cuts off what still hangs after that. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearTimeout(late);
      resolve();
    });
    server.closeIdleConnections();
  });
}
