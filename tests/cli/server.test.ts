import { expect, test } from 'vitest';
import { workplace } from './program.ts';

test('the server says where to begin, keeps its port to itself, and stops when asked', async () => {
  const place = workplace();
  const server = place.start('0');
  const base = await server.running;
  expect(await (await fetch(`${base}/healthz`)).text()).toBe('ok\n');

  const second = workplace().start(new URL(base).port);
  const refused = await second.ended;
  expect(refused.code).toBe(1);
  expect(refused.err).toMatch(/^Port \d+ of 127\.0\.0\.1 is in use[^\n]*\n$/);

  // A command beside the running server, and what it changed shows in the feeds at once.
  await place.cli([
    'run',
    '--as',
    'coordinator-demo',
    'nieuw Ernaast periode:"1 maart 2027" doelgroep:daters --akkoord',
  ]);
  expect(await (await fetch(`${base}/feeds/campagnes.ics`)).text()).toContain('SUMMARY:Ernaast');
  await place.cli(['backup', place.at('copy.db')]);
  expect((await place.cli(['restore', place.at('copy.db')])).err).toMatch(
    /is in use\. Stop the program first/,
  );

  server.kill('SIGTERM');
  const ended = await server.ended;
  expect(ended.code).toBe(0);
  expect(ended.err).toBe('');
  expect(ended.out).toMatch(/Console +http:\S+\/console\?token=\S{20,}/);
  expect(ended.out).toContain('"msg":"stopping"');
});
