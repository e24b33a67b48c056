import { readFileSync, writeFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { appPackage, isAppPackage } from '../../src/adapters/teams/package/app-package.ts';
import { workplace } from './program.ts';

const CLIENT_ID = '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0';
const PUBLIC_URL = 'https://campagne.example.org';

describe('campagneregie manifest teams', () => {
  const env = { PUBLIC_URL, TEAMS_CLIENT_ID: CLIENT_ID.toUpperCase() };

  it('writes the package, with the version of the program, and may replace an earlier one', async () => {
    const place = workplace(env);
    const out = place.at('teams-app.zip');
    for (const _time of ['first', 'again']) {
      const ended = await place.cli(['manifest', 'teams', '--out', out]);
      expect(ended).toMatchObject({ code: 0, err: '' });
      expect(ended.out).toContain(out);
    }
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(new Uint8Array(readFileSync(out))).toEqual(
      await appPackage({ clientId: CLIENT_ID, publicUrl: PUBLIC_URL, version, commands }),
    );
  });

  it('needs only the client id: half a set of the other values is no matter', async () => {
    const place = workplace({ ...env, TEAMS_CLIENT_SECRET: 'geheim', SLACK_CLIENT_ID: '1' });
    expect(await place.cli(['manifest', 'teams', '--out', place.at('app.zip')])).toMatchObject({ code: 0 });
  });

  it.each([
    [env, ['teams'], /Say with --out where the package goes, such as --out teams-app\.zip/],
    [
      { PUBLIC_URL },
      ['teams', '--out', 'nowhere.zip'],
      /Set TEAMS_CLIENT_ID to the Application \(client\) ID/,
    ],
    [{ ...env, TEAMS_CLIENT_ID: 'campagne' }, ['teams', '--out', 'nowhere.zip'], /TEAMS_CLIENT_ID is not/],
    [env, ['teams', '--out', 'nowhere.zip', '--socket'], /--socket is for Slack only/],
    [env, ['slack', '--out', 'nowhere.json'], /Leave --out away/],
  ])('says what is wrong: %#', async (given: Record<string, string>, args, text) => {
    const { code, err, out } = await workplace(given).cli(['manifest', ...args]);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(text);
  });

  it('leaves alone what is no package', async () => {
    const place = workplace(env);
    for (const [name, bytes] of [
      ['notes.zip', new TextEncoder().encode('PK, zei hij')],
      ['other.zip', zipSync({ 'notes.txt': new TextEncoder().encode('anders') })],
    ] as const) {
      writeFileSync(place.at(name), bytes);
      expect(isAppPackage(bytes)).toBe(false);
      const { code, err } = await place.cli(['manifest', 'teams', '--out', place.at(name)]);
      expect(code).toBe(2);
      expect(err).toMatch(/exists, and is no package of a Teams app/);
      expect(new Uint8Array(readFileSync(place.at(name)))).toEqual(new Uint8Array(bytes));
    }
    expect(await place.cli(['manifest', 'teams', '--out', place.folder])).toMatchObject({ code: 2 });
  });

  it('says so when the place does not exist', async () => {
    const place = workplace(env);
    const { code, err } = await place.cli(['manifest', 'teams', '--out', place.at('weg/app.zip')]);
    expect(code).toBe(1);
    expect(err).toMatch(/cannot be written/);
  });

  it.each([
    'http://campagne.example.org',
    'https://10.0.0.5',
  ])('warns when PUBLIC_URL is %s', async (address) => {
    const place = workplace({ ...env, PUBLIC_URL: address });
    const { code, err } = await place.cli(['manifest', 'teams', '--out', place.at('app.zip')]);
    expect(code).toBe(0);
    expect(err).toMatch(/^Warning: PUBLIC_URL is .*which Teams cannot call/);
  });
});
