import { Server } from 'node:net';

// Loaded before Agents Playground, which listens on every network of the machine and cannot be told not to.
type Listen = (this: Server, ...args: unknown[]) => Server;
const listen = Server.prototype.listen as Listen;
Server.prototype.listen = function (this: Server, port: unknown, ...rest: unknown[]) {
  return typeof port === 'number'
    ? listen.call(this, port, '127.0.0.1', ...rest)
    : listen.call(this, port, ...rest);
} as Server['listen'];
