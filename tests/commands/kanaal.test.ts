import { beforeEach, describe, expect, it } from 'vitest';
import { OUTSIDER, PROGRAM } from '../../src/domain/access/actor.ts';
import { publicScope, scopeOf } from '../../src/domain/access/visibility.ts';
import { findByName } from '../../src/domain/find-by-name.ts';
import { actorOf } from '../../src/domain/person/actor-of.ts';
import type { Store } from '../../src/domain/ports.ts';
import { addSubscription } from '../../src/domain/subscription/manage-subscription.ts';
import { addressText, parseAddress } from '../../src/domain/subscription/parse-address.ts';
import type { Subscription } from '../../src/domain/subscription/subscription.ts';
import { ask, button, press, seededStore, send, wordsOf } from '../support/ask.ts';
import { sampleActor } from '../support/samples.ts';
import { NOW } from '../support/test-store.ts';

const ADD = 'kanaal aan adres:mail:Team@Voorbeeld.nl naam:Preventieteam dag:dinsdag doelgroep:senioren';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

const all = (): Promise<Subscription[]> => store.list('subscription', scopeOf(PROGRAM, NOW));
const errorAt = (reply: Awaited<ReturnType<typeof ask>>, name: string): string | undefined =>
  reply.type === 'form' ? reply.fields.find((field) => field.name === name)?.error : undefined;

describe('an address', () => {
  it.each([
    ['mail:Team@Voorbeeld.nl', 'email', 'voorbeeld.nl', 'team@voorbeeld.nl'],
    ['slack:t123/c456', 'slack', 'T123', 'C456'],
    [
      'teams:0E0F5C9D-1111-4222-8333-444455556666/19:abc_DEF@thread.tacv2',
      'teams',
      '0e0f5c9d-1111-4222-8333-444455556666',
      '19:abc_DEF@thread.tacv2',
    ],
  ])('%s is read, and written so that it reads the same', (typed, platform, tenant, address) => {
    const read = parseAddress(typed);
    expect(read).toEqual({ platform, tenant, address });
    expect(parseAddress(addressText(read))).toEqual(read);
  });

  it.each([
    '',
    'team@voorbeeld.nl',
    'mail:team',
    'slack:T123',
    'slack:U1/D2',
    'teams:x/y',
  ])('"%s" is refused', (typed) => {
    expect(() => parseAddress(typed)).toThrow(expect.objectContaining({ code: 'channel-address' }));
  });
});

describe('kanaal', () => {
  it('gives a channel its digest, with its own day, language and filter', async () => {
    const reply = await ask(store, 'coordinator-demo', ADD);
    expect(wordsOf(reply)).toContain('Preventieteam krijgt het weekbericht elke dinsdag om 08.30 uur.');
    const [one] = await all();
    expect(one).toMatchObject({
      platform: 'email',
      address: 'team@voorbeeld.nl',
      weekday: 2,
      time: '08:30',
      active: true,
      filter: { audiences: expect.arrayContaining(['audience/senioren']), content: ['campaigns'] },
    });
  });

  it('has one for each address, and says so beside it', async () => {
    await ask(store, 'coordinator-demo', ADD);
    const again = await ask(store, 'coordinator-demo', 'kanaal aan adres:mail:TEAM@voorbeeld.nl');
    expect(errorAt(again, 'adres')).toMatch(/Preventieteam/);
    expect(errorAt(await ask(store, 'coordinator-demo', 'kanaal aan'), 'adres')).toBeDefined();
    expect(errorAt(await ask(store, 'coordinator-demo', 'kanaal aan adres:ergens'), 'adres')).toMatch(
      /slack:/,
    );
    expect(await all()).toHaveLength(1);
  });

  it('is turned off and on, and starts anew with what is given then', async () => {
    await ask(store, 'coordinator-demo', ADD);
    const list = await ask(store, 'coordinator-demo', 'kanaal');
    const off = await press(store, 'coordinator-demo', button(list, 'Uitzetten'));
    expect(wordsOf(off)).toContain('krijgt het weekbericht niet meer');
    expect((await all())[0]?.active).toBe(false);
    await ask(store, 'coordinator-demo', 'kanaal aan adres:mail:team@voorbeeld.nl dag:vrijdag');
    expect(await all()).toMatchObject([{ active: true, weekday: 5 }]);
    await ask(store, 'coordinator-demo', 'kanaal uit team@voorbeeld.nl');
    await ask(store, 'coordinator-demo', 'kanaal aan team@voorbeeld.nl');
    expect(await all()).toMatchObject([{ active: true, weekday: 5 }]);
  });

  it('is changed in a form that is filled with how it is', async () => {
    await ask(store, 'coordinator-demo', ADD);
    const list = await ask(store, 'coordinator-demo', 'kanaal');
    const form = await press(store, 'coordinator-demo', button(list, 'Wijzigen'));
    const values = Object.fromEntries(
      form.type === 'form' ? form.fields.map(({ name, value }) => [name, value]) : [],
    );
    expect(values).toMatchObject({ doe: 'wijzig', naam: 'Preventieteam', dag: 'dinsdag', tijd: '08:30' });
    expect(await ask(store, 'coordinator-demo', 'kanaal wijzig preventieteam')).toMatchObject({
      type: 'form',
    });
    const args = {
      doe: 'wijzig',
      abonnement: values.abonnement ?? '',
      tijd: '9.00 uur',
      doelgroep: '',
      vorm: 'phishing',
    };
    await send(store, 'coordinator-demo', { command: 'kanaal', args });
    expect(await all()).toMatchObject([
      {
        time: '09:00',
        weekday: 2,
        filter: { audiences: [], forms: expect.arrayContaining(['form/phishing']) },
      },
    ]);
    const moved = await ask(
      store,
      'coordinator-demo',
      'kanaal wijzig preventieteam adres:mail:a@voorbeeld.nl',
    );
    expect(errorAt(moved, 'adres')).toMatch(/verandert niet/);
  });

  it('shows both when someone changed it meanwhile', async () => {
    await ask(store, 'coordinator-demo', ADD);
    const list = await ask(store, 'coordinator-demo', 'kanaal');
    await ask(store, 'coordinator-demo', 'kanaal wijzig preventieteam dag:vrijdag');
    const stale = { ...button(list, 'Uitzetten') };
    expect(await press(store, 'coordinator-demo', stale)).toMatchObject({ type: 'confirm' });
    expect((await all())[0]?.active).toBe(true);
  });
});

describe('a channel’s address', () => {
  it('is for coordinators alone', async () => {
    await ask(store, 'coordinator-demo', ADD);
    for (const who of ['politie-demo', 'nvb-demo'] as const) {
      const actor = await actorOf(store, `person/${who}`, NOW);
      if (!actor) throw new Error(who);
      const scope = scopeOf(actor, NOW);
      expect(await store.list('subscription', scope)).toEqual([]);
      const today = Temporal.PlainDate.from('2026-11-23');
      expect(await findByName(store, scope, ['subscription'], 'Preventieteam', today)).toEqual([]);
      expect(wordsOf(await ask(store, who, 'kanaal'))).not.toContain('voorbeeld.nl');
    }
    expect(await store.list('subscription', publicScope(NOW))).toEqual([]);
    expect(wordsOf(await ask(store, OUTSIDER, 'zoek Preventieteam'))).not.toContain('voorbeeld.nl');
  });

  it('is added by nobody else, whatever they call', async () => {
    const by = { actor: sampleActor({ person: 'person/politie-demo' }), at: NOW };
    const filter = { ...(await sampleFilter()) };
    await expect(
      addSubscription(store, by, parseAddress('slack:T123/C456'), { name: 'x', filter }),
    ).rejects.toMatchObject({ code: 'coordinators-only' });
  });

  it('is changed in the audit with who did it', async () => {
    await ask(store, 'coordinator-demo', ADD);
    const [one] = await all();
    const rows = await store.history(one?.id as Subscription['id']);
    expect(rows).toMatchObject([{ action: 'subscription.add', person: 'person/coordinator-demo' }]);
  });
});

async function sampleFilter(): Promise<Subscription['filter']> {
  await ask(store, 'coordinator-demo', ADD);
  return (await all())[0]?.filter as Subscription['filter'];
}
