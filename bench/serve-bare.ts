import { createServer } from 'node:http';
import { listen } from '../src/web/http-server.ts';
import { type Answer, ask, WAYS, type Way } from './feed-requests.ts';
import { answerUsage } from './server-child.ts';

/** A bare node:http server that gives the same bytes and headers as the one at the port that is named. */

const HOP_BY_HOP = new Set(['date', 'connection', 'keep-alive']);

const from = Number(process.argv[2]);
const answers = {} as Record<Way, Answer>;
for (const way of WAYS) {
  const answer = await ask(from, way);
  const pairs = answer.headers.flatMap((name, index) =>
    index % 2 === 1 || HOP_BY_HOP.has(name.toLowerCase()) ? [] : [name, answer.headers[index + 1] ?? ''],
  );
  answers[way] = { ...answer, headers: pairs };
}

const server = createServer((request, response) => {
  const { headers } = request;
  const way = headers['if-none-match'] ? '304' : headers['accept-encoding'] ? 'gzip' : '200';
  const { status, headers: pairs, body } = answers[way];
  response.writeHead(status, pairs);
  response.end(status === 304 ? undefined : body);
});
answerUsage(await listen(server, '127.0.0.1', 0));
