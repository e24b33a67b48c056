import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { typedText } from '../../src/adapters/slack/hear/typed-text.ts';
import { HOME_ZONE } from '../../src/core/clock.ts';
import { setTenantOrganisations } from '../../src/domain/tenant/manage-tenant.ts';
import { sampleActor, sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import { conversationWith, partner, received } from './bringing.ts';
import {
  appMention,
  directMessage,
  eventCallback,
  linkShared,
  messageShortcut,
  type Payload,
} from './peers/requests.ts';
import { type Json, wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage } from './stage.ts';

let stage: Stage;
let events = 0;
beforeEach(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
});
afterEach(async () => {
  expect(stage.server.violations).toEqual([]);
  await stage.close();
});

const userOf = (who: string) => stage.server.person('T1', who).id;
const happens = (event: Payload) =>
  stage.send(eventCallback({ team: 'T1', event, eventId: `Ev${++events}` }));
/** Bram writes to the bot by itself; gives what stands there then. */
async function says(text: string, more: object = {}): Promise<Json[]> {
  const channel = await conversationWith(stage, 'T1', 'bram');
  await happens({ ...directMessage(userOf('bram'), channel, text), ...more });
  return received(stage, 'T1', 'bram');
}
const callsOf = (method: string) => stage.server.calls.filter((call) => call.method === method);

describe('a direct message', () => {
  test.each([
    'kalender',
    '  Kalender ',
    '<@U0CAMPAGNE> kalender',
    '<@U0CAMPAGNE|campagneregie>: kalender',
  ])('"%s" is the command kalender', async (text) => {
    const [answer, ...more] = await says(text);
    expect(more).toEqual([]);
    expect(wordsIn(answer)).toMatch(/^Kalender/);
  });

  it('comes as it was typed, without Slack’s markup', async () => {
    await partner(stage, 'T1', 'bram');
    const [answer] = await says(
      'nieuw "Bel &amp; check &lt;nu&gt; op <http://politie.nl|politie.nl>" periode:"1 juli 2027" doelgroep:senioren',
    );
    expect(wordsIn(answer?.blocks)).toMatch(/Bel & check <nu> op politie\.nl/);
  });

  it('in a thread is answered in that thread', async () => {
    const channel = await conversationWith(stage, 'T1', 'bram');
    await says('kalender', { thread_ts: '1795430000.000001' });
    expect(callsOf('chat.postMessage').at(-1)?.body).toMatchObject({
      channel,
      thread_ts: '1795430000.000001',
    });
  });

  test.each([
    ['that was changed', { subtype: 'message_changed' }],
    ['that was removed', { subtype: 'message_deleted' }],
    ['of a bot', { bot_id: 'B0BOT' }],
    ['of a bot, as Slack marks some', { subtype: 'bot_message' }],
    ['in a group', { channel_type: 'mpim' }],
    ['in a channel', { channel_type: 'channel' }],
  ])('%s is left alone', async (_what, more) => {
    expect(await says('kalender', more)).toEqual([]);
    expect(callsOf('chat.postEphemeral')).toEqual([]);
  });

  it('that Slack sends again is answered once', async () => {
    const event = directMessage(userOf('bram'), await conversationWith(stage, 'T1', 'bram'), 'kalender');
    for (let times = 0; times < 2; times++)
      await stage.send(eventCallback({ team: 'T1', event, eventId: 'EvTwice' }));
    expect(await received(stage, 'T1', 'bram')).toHaveLength(1);
  });

  it('is answered in the language that the person chose, whatever Slack is in', async () => {
    await partner(stage, 'T1', 'bram', { locale: 'en' });
    expect(wordsIn((await says('calendar')).at(-1))).toMatch(/^Calendar/);
  });
});

describe('a mention in a channel', () => {
  it('is answered to the one who wrote it, and only there', async () => {
    const channel = stage.server.channel('T1', 'campagnes');
    await stage.server.invite('T1', channel);
    const before = await stage.server.messages('T1', channel);
    await happens(appMention(userOf('bram'), channel, `<@${stage.server.bot('T1')}> kalender`));
    const [answer, ...more] = callsOf('chat.postEphemeral');
    expect(more).toEqual([]);
    expect(answer?.body).toMatchObject({ channel, user: userOf('bram') });
    expect(wordsIn(answer?.body)).toMatch(/Kalender/);
    expect((await stage.server.messages('T1', channel)).length - before.length).toBeLessThanOrEqual(1);
    expect(callsOf('chat.postMessage')).toEqual([]);
  });

  it('in a thread is answered in that thread', async () => {
    const channel = stage.server.channel('T1', 'campagnes');
    await stage.server.invite('T1', channel);
    const event = appMention(userOf('bram'), channel, '<@U0CAMPAGNE> help');
    await happens({ ...event, thread_ts: '1795430000.000001' });
    expect(callsOf('chat.postEphemeral')[0]?.body).toMatchObject({ thread_ts: '1795430000.000001' });
  });
});

describe('what someone types', () => {
  const asSlackSendsIt = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

  it('is read as it was typed, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typedText(asSlackSendsIt(text))).toBe(text);
      }),
    );
  });

  it('is read as it was typed around what Slack makes of it', () => {
    const markup = fc.constantFrom(
      ['<https://example.org/a?b=1&amp;c=2>', 'https://example.org/a?b=1&c=2'],
      ['<http://politie.nl|politie.nl>', 'politie.nl'],
      ['<https://example.org/pad|lees dit>', 'https://example.org/pad'],
      ['<mailto:jan@example.org|jan@example.org>', 'jan@example.org'],
      ['<tel:0612345678|06-12345678>', '06-12345678'],
      ['<@U123|anna>', '@anna'],
      ['<#C123|algemeen>', '#algemeen'],
    ) as fc.Arbitrary<[string, string]>;
    const piece = fc.oneof(
      markup,
      fc.string().map((text): [string, string] => [asSlackSendsIt(text), text]),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const sent = `x${pieces.map(([made]) => made).join('')}`;
        expect(typedText(sent)).toBe(`x${pieces.map(([, typed]) => typed).join('')}`);
      }),
    );
  });
});

describe('a link in a message', () => {
  const open = sampleCampaign('open', {
    period: { start: '2027-02-01', end: '2027-02-02', zone: HOME_ZONE },
  });
  beforeEach(() =>
    put(
      stage.app.store,
      open,
      sampleCampaign('besloten', { visibility: 'partners' }),
      sampleCampaign('voorstel', { progress: 'proposed' }),
    ),
  );
  const shares = (...paths: string[]) =>
    happens(linkShared(userOf('bram'), stage.server.channel('T1', 'algemeen'), paths));
  const at = (name: string) => `${stage.base}/campagnes/${name}`;

  it('to the page of a public campaign gets its card, without buttons', async () => {
    await shares(at('open'));
    const { unfurls } = callsOf('chat.unfurl')[0]?.body as { unfurls: Record<string, Json> };
    expect(Object.keys(unfurls)).toEqual([at('open')]);
    expect(wordsIn(unfurls)).toMatch(/Campagne open/);
    expect(JSON.stringify(unfurls)).not.toContain('"button"');
  });

  it('is shown while somebody still writes it', async () => {
    const channel = stage.server.channel('T1', 'algemeen');
    const event = linkShared(userOf('bram'), channel, [at('open')], 'composer');
    await happens(event);
    expect(callsOf('chat.unfurl')[0]?.body).toMatchObject({ unfurl_id: event.unfurl_id, source: 'composer' });
  });

  test.each([
    ['that partners alone may see', (base: string) => `${base}/campagnes/besloten`],
    ['that is proposed', (base: string) => `${base}/campagnes/voorstel`],
    ['that is not there', (base: string) => `${base}/campagnes/niets`],
    ['at another host', () => 'https://elders.example/campagnes/open'],
    ['at a host that begins alike', (base: string) => `${base}@elders.example/campagnes/open`],
    ['below something else', (base: string) => `${base}/iets/campagnes/open`],
  ])('to a campaign %s shows nothing', async (_which, link) => {
    await shares(link(stage.base));
    expect(callsOf('chat.unfurl')).toEqual([]);
  });

  it('shows nothing in a workspace that is linked to nobody', async () => {
    const by = { actor: sampleActor({ role: 'coordinator' }), at: stage.app.now() };
    await setTenantOrganisations(stage.app.store, by, 'tenant/slack~t1', []);
    await shares(at('open'));
    expect(callsOf('chat.unfurl')).toEqual([]);
  });
});

describe('a message that somebody keeps', () => {
  const SECRETS = ['NL91ABNA0417164300', '06-12345678', 'jan.jansen@example.org', '111222333'];
  const TEXT = `Nieuwe truc: bel &lt;snel&gt; <tel:0612345678|${SECRETS[1]}> of <mailto:${SECRETS[2]}|${SECRETS[2]}>, rekening ${SECRETS[0]}, BSN ${SECRETS[3]}`;

  async function keeps(callbackId: string, who = 'bram'): Promise<Json> {
    const { server } = stage;
    await stage.send(
      messageShortcut({
        team: 'T1',
        user: userOf(who),
        channel: server.channel('T1', 'algemeen'),
        message: { ts: '1795430000.000100', text: TEXT, user: userOf('anna') },
        callbackId,
        trigger: await server.newTrigger('T1', userOf(who)),
        responseUrl: server.newResponseUrl('T1'),
      }),
    );
    return server.opened('T1').at(-1) as Json;
  }

  /** Every word in every table of the database. */
  function database(): string {
    const { sqlite } = stage.app.database;
    const tables = sqlite.prepare("select name from sqlite_master where type = 'table'").all() as {
      name: string;
    }[];
    return JSON.stringify(tables.map(({ name }) => sqlite.prepare(`select * from "${name}"`).all()));
  }

  it('as a signal opens its form without personal data, and shares what is sent', async () => {
    await partner(stage, 'T1', 'bram');
    const view = await keeps('signaal');
    expect(wordsIn(view)).toMatch(/Nieuwe truc: bel <snel>/);
    expect(wordsIn(view)).toContain('Wat zeg je tegen het publiek');
    expect(database()).not.toMatch(/Nieuwe truc/);
    const typed = { 'arg:titel': 'Truc', 'arg:wat': 'Nieuwe truc, mail piet.puk@example.org' };
    const { answer } = await stage.submit('T1', 'bram', view, typed);
    expect(wordsIn(answer)).toContain('mailadres pi');
    const again = (answer.view ?? view) as Json;
    await stage.submit('T1', 'bram', again, { 'arg:titel': 'Truc', 'arg:wat': 'Nieuwe truc, schoon' });
    expect((await stage.type('T1', 'bram', 'signalen')).text).toContain('Truc');
    const kept = database();
    expect(kept).toContain('Nieuwe truc, schoon');
    for (const secret of [...SECRETS, 'piet.puk@example.org']) {
      expect(wordsIn(view)).not.toContain(secret);
      expect(kept).not.toContain(secret);
      expect(stage.logged.join('\n')).not.toContain(secret);
    }
  });

  it('as a signal is for partners', async () => {
    expect(wordsIn(await keeps('signaal'))).toMatch(/is voor partners/);
  });

  it('as a practice opens its form without personal data, and proposes what is sent', async () => {
    await partner(stage, 'T1', 'bram');
    const view = await keeps('aanpak');
    expect(wordsIn(view)).toMatch(/Nieuwe truc: bel <snel>/);
    for (const secret of SECRETS) expect(wordsIn(view)).not.toContain(secret);
    await stage.submit('T1', 'bram', view, {
      'arg:titel': 'Bel terug',
      'arg:advies': 'Bel zelf terug',
      'arg:bewijs': 'D',
      'arg:bron': 'Eigen ervaring',
    });
    expect((await stage.type('T1', 'bram', 'praktijken')).text).toContain('Bel terug');
    for (const secret of SECRETS) expect(database()).not.toContain(secret);
  });

  it('comes below what was begun before, and once', async () => {
    await partner(stage, 'T1', 'bram');
    const context = { ...(await stage.person('T1', 'bram')) };
    await stage.app.drafts.save({
      person: context.id,
      command: 'praktijk',
      subject: undefined,
      args: { advies: 'Eerste truc' },
      updatedAt: stage.app.now(),
    });
    const words = wordsIn(await keeps('aanpak'));
    expect(words).toMatch(/Eerste truc\s+Nieuwe truc/);
    expect(words.match(/Nieuwe truc/g)).toHaveLength(1);
  });

  it('is kept nowhere before the form is sent', async () => {
    await keeps('signaal');
    expect(database()).not.toMatch(/Nieuwe truc/);
  });

  it('by a guest is not shown at all', async () => {
    const view = await keeps('signaal', 'gast');
    expect(wordsIn(view)).toMatch(/Je bent hier te gast/);
    expect(wordsIn(view)).not.toMatch(/Nieuwe truc/);
  });
});
