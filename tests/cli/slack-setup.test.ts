import { describe, expect, test } from 'vitest';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { codeId } from '../../src/domain/tenant/link-code.ts';
import { workplace } from './program.ts';

describe('the manifest from the command line', () => {
  test('is JSON with the address in it, and nothing is said when all is well', async () => {
    const place = workplace({ PUBLIC_URL: 'https://campagne.example.org/' });
    const { code, out, err } = await place.cli(['manifest', 'slack']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out).settings.event_subscriptions.request_url).toBe(
      'https://campagne.example.org/slack/events',
    );
  });

  test.each([
    {},
    { PUBLIC_URL: 'http://campagne.example.org' },
    { PUBLIC_URL: 'https://10.0.0.5' },
  ])('is printed with a warning for an address that Slack cannot call: %o', async (env: Record<
    string,
    string
  >) => {
    const { code, out, err } = await workplace(env).cli(['manifest', 'slack']);
    expect(code).toBe(0);
    expect(JSON.parse(out).settings.socket_mode_enabled).toBe(false);
    expect(err).toMatch(/^Warning: PUBLIC_URL is .*which Slack cannot call/);
  });

  test('is for Socket Mode when asked, or when its token is set, also before the other token is known', async () => {
    const asked = await workplace().cli(['manifest', 'slack', '--socket']);
    const set = await workplace({ SLACK_APP_TOKEN: 'xapp-1' }).cli(['manifest', 'slack']);
    for (const { code, out, err } of [asked, set]) {
      expect(code).toBe(0);
      expect(JSON.parse(out).settings.socket_mode_enabled).toBe(true);
      expect(err).toMatch(/Links to campaigns get no card/);
    }
  });

  test('exists for the platforms that there are', async () => {
    const { code, err } = await workplace().cli(['manifest', 'whatsapp']);
    expect(code).toBe(2);
    expect(err).toMatch(/There is a manifest for "slack" and for "teams", not for "whatsapp"/);
  });
});

describe('a code from the command line', () => {
  const place = workplace();

  test('links a workspace to one or several organisations, and says what to type', async () => {
    const { code, out } = await place.cli(['link-code', '--for', 'politie, NVB']);
    expect(code).toBe(0);
    const [made = '', until = '', what = ''] = out.split('\n');
    expect(made).toMatch(/^([2-9A-Z]{4}-){2}[2-9A-Z]{4}$/);
    expect(until).toMatch(/^Works once, until \w{3} \d+ \w+ \d{4}/);
    expect(what).toContain(`/campagne koppel ${made}`);
    expect((await kept(made))?.organisations).toEqual(['organisation/politie', 'organisation/nvb']);
  });

  test('links an account to a person', async () => {
    const { out } = await place.cli(['link-code', '--person', 'politie-demo']);
    const [made = ''] = out.split('\n');
    expect(out).toContain(`/campagne koppel ${made}`);
    expect((await kept(made))?.person).toBe('person/politie-demo');
  });

  test.each([
    [[], 2, /Say with --for/],
    [['--for', 'politie', '--person', 'politie-demo'], 2, /Say with --for/],
    [['--for', ' , '], 2, /The name is missing/],
    [['--for', 'politie,nergens'], 1, /no organisation called "nergens"/],
    [['--person', 'niemand'], 1, /Nobody is called "niemand"/],
  ])('says what is wrong with %o', async (args, wanted, text) => {
    const { code, out, err } = await place.cli(['link-code', ...args]);
    expect(code).toBe(wanted);
    expect(out).toBe('');
    expect(err).toMatch(text);
  });

  async function kept(code: string) {
    const app = createApp(readConfig({ DATABASE_PATH: place.database }));
    try {
      return await app.store.get(codeId(code));
    } finally {
      app.close();
    }
  }
});
