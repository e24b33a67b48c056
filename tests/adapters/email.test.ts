import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerLinks } from '../../src/adapters/email/answer-links.ts';
import { emailPlatform } from '../../src/adapters/email/email-platform.ts';
import { type MailTransport, mailTransport } from '../../src/adapters/email/mail-transport.ts';
import { publicPages } from '../../src/adapters/email/public-page.ts';
import type { Outgoing, Platform } from '../../src/domain/delivery/platform.ts';
import { mailRoad } from '../../src/domain/delivery/road.ts';
import { type Person, person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { subscription } from '../../src/domain/subscription/subscription.ts';
import type { Message } from '../../src/reply/reply.ts';
import { calendarFile } from '../../src/web/calendar-file.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { POLICE, sampleCampaign, sampleOrganisation } from '../support/samples.ts';
import { NOW, testStore } from '../support/test-store.ts';

const SITE = 'https://regie.example';
const ANNE = 'person/anne';
const LIST = 'subscription/lijst';
const now = () => NOW;
const dated = { period: { start: '2027-10-11', end: '2027-10-17', zone: 'Europe/Amsterdam' as const } };
const anne: Person = person.parse({
  id: ANNE,
  name: 'Anne',
  organisation: POLICE,
  role: 'reader',
  email: 'anne@politie.example',
});

const message: Message = {
  type: 'message',
  title: 'Drie dingen voor één week',
  audience: 'private',
  sections: [
    {
      type: 'list',
      items: [
        {
          title: 'Week van de Veiligheid',
          lines: ['Doet de politie mee?'],
          actions: [
            {
              label: 'Ja, we doen mee',
              command: 'meedoen',
              args: { campagne: 'campaign/open', antwoord: 'ja' },
            },
            { label: 'Bekijk', command: 'toon', args: { wat: 'campaign/open' } },
            { label: 'Bekijk ook', command: 'toon', args: { wat: 'campaign/dicht' } },
            { label: 'Wis', command: 'mijn-gegevens', args: { doe: 'wis' } },
          ],
        },
      ],
    },
  ],
};

let server: MailServer;
let store: Store;
let transport: MailTransport;
let platform: Platform<Message>;
let errors: unknown[];

beforeEach(async () => {
  server = await startMailServer();
  errors = [];
  store = await testStore(
    sampleOrganisation(POLICE),
    anne as AnyRecord,
    subscription.parse({
      id: LIST,
      name: 'De lijst',
      platform: 'email',
      tenant: 'politie.example',
      address: 'lijst@politie.example',
      filter: { content: ['campaigns'] },
    }) as AnyRecord,
    sampleCampaign('open', { ...dated, title: 'Voor iedereen' }),
    sampleCampaign('dicht', { ...dated, title: 'Voor partners', visibility: 'partners' }),
    sampleCampaign('eigen', { ...dated, title: 'Van een ander', visibility: 'organisation' }),
  );
  use(mailTransport(server.url));
});
afterEach(async () => {
  transport.close();
  await server.stop();
});

function use(made: MailTransport): void {
  transport = made;
  platform = emailPlatform({
    transport,
    from: 'Campagneregie <regie@regie.example>',
    publicUrl: SITE,
    links: answerLinks({
      encryptionKey: Buffer.alloc(32, 1),
      publicUrl: SITE,
      allowed: new Set(['meedoen']),
      now,
    }),
    pageFor: publicPages({ store, now, publicUrl: SITE }),
    calendarFor: calendarFile({ store, now, publicUrl: SITE }),
    onError: (error) => errors.push(error),
  });
}

function send(more: Partial<Outgoing<Message>> = {}, signal = new AbortController().signal) {
  const outgoing: Outgoing<Message> = {
    delivery: 'd7k2',
    kind: 'nudges',
    road: mailRoad('anne@politie.example'),
    recipient: ANNE,
    locale: 'nl',
    message,
    campaigns: [],
    ...more,
  };
  return platform.send(outgoing, signal);
}

/** The one mail that came in. */
function arrived() {
  const [only, ...others] = server.received;
  expect(others).toEqual([]);
  if (!only) throw new Error('no mail came in');
  return only;
}

describe('a mail that is taken', () => {
  test('says who it is for, what it is about, and that a program sent it', async () => {
    expect(await send()).toEqual({ type: 'sent', platformId: '<d7k2@regie.example>' });
    const { raw, mail } = arrived();
    expect(mail.subject).toBe('Drie dingen voor één week');
    expect(mail.from?.value).toEqual([{ name: 'Campagneregie', address: 'regie@regie.example' }]);
    expect([mail.to].flat()[0]?.value[0]?.address).toBe('anne@politie.example');
    expect(mail.messageId).toBe('<d7k2@regie.example>');
    expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
    expect(mail.headers.get('x-auto-response-suppress')).toBe('All');
    expect(mail.headers.get('content-language')).toBe('nl');
    expect(mail.headers.get('x-campagneregie-delivery')).toBe('d7k2');
    expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/regie\.example\/afmelden\/[\w.-]+>\r?$/m);
    expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
    expect(raw).not.toMatch(/^List-Id:/im);
    expect(mail.attachments).toEqual([]);
  });

  test('holds the message as text and as HTML, with links for what may be done from a mail', async () => {
    await send();
    const { mail } = arrived();
    for (const body of [mail.text ?? '', String(mail.html)]) {
      expect(body).toContain('Doet de politie mee?');
      expect(body).toMatch(/https:\/\/regie\.example\/doe\/[\w.-]+/);
      expect(body).toContain('https://regie.example/campagnes/open');
      expect(body).not.toContain('campagnes/dicht');
      expect(body).not.toMatch(/Bekijk ook|Wis\b/);
    }
  });

  test('has the same Message-ID when it is sent again', async () => {
    await send();
    await send();
    expect(new Set(server.received.map(({ mail }) => mail.messageId)).size).toBe(1);
  });

  test('as a digest names its list, in the reader’s language', async () => {
    await send({ kind: 'digest', locale: 'en' });
    const { raw, mail } = arrived();
    expect(raw).toMatch(/^List-Id: Weekly overview of Campagneregie <digest\.regie\.example>\r?$/im);
    expect(mail.headers.get('content-language')).toBe('en');
    expect(mail.text).toContain('weekly overview');
  });

  test('to a mailing list holds no link that acts as a person', async () => {
    await send({ recipient: LIST, road: mailRoad('lijst@politie.example') });
    const { mail } = arrived();
    expect(mail.text).not.toContain('/doe/');
    expect(mail.text).toContain('https://regie.example/campagnes/open');
  });

  test('to a mailing list has nobody stop it for all: that is asked for by mail', async () => {
    await send({ recipient: LIST, road: mailRoad('lijst@politie.example') });
    const { raw, mail } = arrived();
    expect(raw).toMatch(/^List-Unsubscribe: <mailto:regie@regie\.example>\r?$/m);
    expect(raw).not.toContain('List-Unsubscribe-Post');
    for (const body of [mail.text ?? '', String(mail.html)]) {
      expect(body).toContain('gedeelde mailinglijst');
      expect(body).not.toContain('/afmelden/');
    }
  });
});

describe('the calendar file', () => {
  const campaigns = ['campaign/open', 'campaign/dicht', 'campaign/eigen'] as const;

  test('holds the campaigns that the reader may see', async () => {
    await send({ campaigns });
    const [file, ...others] = arrived().mail.attachments;
    expect(others).toEqual([]);
    expect(file?.filename).toBe('campagnes.ics');
    expect(arrived().raw).toMatch(/Content-Type: text\/calendar; charset=utf-8;\s+method=PUBLISH/);
    const text = file?.content.toString() ?? '';
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text.match(/^METHOD:PUBLISH\r$/gm)).toHaveLength(1);
    expect(text).toContain('UID:open@campagneregie');
    expect(text).toContain('UID:dicht@campagneregie');
    expect(text).toContain('SEQUENCE:1');
    expect(text).not.toContain('Van een ander');
  });

  test('to a mailing list holds what anyone may see', async () => {
    await send({ campaigns, recipient: LIST });
    const text = arrived().mail.attachments[0]?.content.toString() ?? '';
    expect(text).toContain('UID:open@campagneregie');
    expect(text).not.toMatch(/Voor partners|Van een ander/);
  });

  test('is not there when nothing in it has dates', async () => {
    await send({ campaigns: ['campaign/eigen', 'campaign/weg'] });
    expect(arrived().mail.attachments).toEqual([]);
  });
});

describe('what the mail server says becomes what the sender does', () => {
  test.each([
    [{ recipient: '421 4.3.2 shutting down' }, 'busy', 'platform'],
    [{ content: '421 4.3.2 shutting down' }, 'busy', 'platform'],
    [{ sender: '451 4.3.0 try later' }, 'busy', 'platform'],
    [{ sender: '550 5.7.1 you may not send as this' }, 'busy', 'platform'],
    [{ recipient: '450 4.2.1 mailbox busy' }, 'busy', 'channel'],
    [{ recipient: '451 4.7.1 greylisted' }, 'busy', 'channel'],
    [{ recipient: '552 5.2.2 mailbox full' }, 'busy', 'channel'],
    [{ recipient: '550 5.7.1 not from you' }, 'busy', 'channel'],
    [{ content: '452 4.2.2 mailbox full' }, 'busy', 'channel'],
    [{ recipient: '550 5.1.1 no such user' }, 'closed', undefined],
    [{ recipient: '550 no such user' }, 'closed', undefined],
    [{ recipient: '551 moved' }, 'closed', undefined],
    [{ recipient: '553 5.1.3 bad address' }, 'closed', undefined],
    [{ content: '550 5.1.1 no such user' }, 'closed', undefined],
    [{ content: '552 5.3.4 too large' }, 'refused', undefined],
    [{ content: '554 5.7.1 looks like spam' }, 'refused', undefined],
  ])('%j: %s', async (script, type, scope) => {
    server.script = script;
    const result = await send();
    expect(result).toMatchObject({ type, ...(scope ? { scope } : {}) });
    expect(result).toHaveProperty('reason', Object.values(script)[0]);
    expect(server.received).toEqual([]);
  });

  test('a refused mail does not stand in the way of the next one', async () => {
    server.script = { recipient: '550 5.1.1 no such user' };
    await send();
    server.script = {};
    expect(await send({ delivery: 'd8' })).toMatchObject({ type: 'sent' });
  });

  test('the reason holds no address', async () => {
    server.script = { recipient: '550 5.1.1 <anne@politie.example>: user unknown' };
    expect(await send()).toEqual({ type: 'closed', reason: '550 5.1.1 …: user unknown' });
  });

  test('a connection that breaks before the mail went out is tried again later', async () => {
    server.script = { recipient: 'drop' };
    expect(await send()).toMatchObject({ type: 'busy', scope: 'platform' });
  });

  test('a connection that breaks after the final dot leaves it unclear, and nothing is sent twice', async () => {
    server.script = { content: 'drop' };
    expect(await send()).toMatchObject({ type: 'unclear' });
    expect(server.whole()).toBe(1);
  });

  test('a kept connection that broke in between is replaced', async () => {
    expect(await send()).toMatchObject({ type: 'sent' });
    server.script = { recipient: 'drop' };
    await send({ delivery: 'd8' });
    server.script = {};
    expect(await send({ delivery: 'd9' })).toMatchObject({ type: 'sent' });
  });

  test('silence ends as busy before the mail went out, and as unclear after it', async () => {
    transport.close();
    use(mailTransport(server.url, { connect: 5_000, idle: 600 }));
    server.script = { recipient: 'silence' };
    const reason = 'SOCKET_TIMEOUT';
    expect(await send()).toEqual({ type: 'busy', scope: 'platform', reason });
    server.script = { content: 'silence' };
    expect(await send()).toEqual({ type: 'unclear', reason });
  });

  test('the caller can end an attempt', async () => {
    server.script = { recipient: 'silence' };
    expect(await send({}, AbortSignal.timeout(100))).toMatchObject({ type: 'busy', scope: 'platform' });
    server.script = { content: 'silence' };
    const ended = new AbortController();
    const result = send({ delivery: 'd8' }, ended.signal);
    await expect.poll(() => server.whole()).toBe(1);
    ended.abort();
    expect(await result).toMatchObject({ type: 'unclear' });
    expect(await send({ delivery: 'd9' }, AbortSignal.abort())).toMatchObject({ type: 'busy' });
  });

  test('nobody at the door is tried again later', async () => {
    await server.stop();
    expect(await send()).toMatchObject({ type: 'busy', scope: 'platform', reason: 'ECONNREFUSED' });
    await expect(transport.verify()).rejects.toThrow();
    server = await startMailServer();
  });

  test('a wrong password is tried again later, and shows when it is tried', async () => {
    await server.stop();
    transport.close();
    server = await startMailServer('goed');
    use(mailTransport(server.url.replace('//', '//regie:fout@')));
    expect(await send()).toMatchObject({ type: 'busy', scope: 'platform' });
    await expect(transport.verify()).rejects.toMatchObject({ code: 'EAUTH' });
    transport.close();
    use(mailTransport(server.url.replace('//', '//regie:goed@')));
    await transport.verify();
    expect(await send()).toMatchObject({ type: 'sent' });
  });

  test.each([
    '',
    'anne',
    'a@b.example, c@d.example',
    'a@b.example\r\nBcc: c@d.example',
  ])('what is no address is a road that leads nowhere: %j', async (address) => {
    expect(await send({ road: mailRoad(address) })).toMatchObject({ type: 'closed' });
    expect(server.whole()).toBe(0);
  });

  test('a fault of our own is told, and comes back as something to try again', async () => {
    store.getMany = () => Promise.reject(new Error('the database is busy'));
    expect(await send({ campaigns: ['campaign/open'] })).toMatchObject({ type: 'busy', scope: 'channel' });
    expect(errors).toHaveLength(1);
  });
});
