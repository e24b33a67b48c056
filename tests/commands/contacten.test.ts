import { beforeEach, describe, expect, it } from 'vitest';
import { keepDraft } from '../../src/command/keep-draft.ts';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { FormReply } from '../../src/reply/reply.ts';
import {
  actionsOf,
  ask,
  button,
  contextOf,
  press,
  registry,
  seededStore,
  send,
  wordsOf,
} from '../support/ask.ts';
import { sampleActor } from '../support/samples.ts';
import { draftsOf, NOW } from '../support/test-store.ts';

let store: Store;
beforeEach(async () => {
  store = await seededStore();
});

const LINE =
  'contacten toevoegen phishing waarvoor:"Valse websites melden" wie:"Team Uil" bereikbaar:"088-1234567, uil@politie.example" geldig:"1 mrt 2027"';
const REACH = /1234567|uil@politie|Team Uil|Valse websites melden/;
const READER = sampleActor({ role: 'reader', person: 'person/politie-demo' });
const LATER = Temporal.Instant.from('2027-03-02T09:00:00Z');
const add = () => ask(store, 'politie-demo', LINE);
const EVERYWHERE = [
  'contacten',
  'contacten lijst phishing',
  'meldpunt phishing',
  'toon organisation/politie',
  'zoek "valse websites"',
];

describe('a contact for a fraud form', () => {
  it('is added by a partner for the own organisation, with a telephone number, and shown to other partners', async () => {
    expect(wordsOf(await add())).toContain('Alleen partners zien het');
    const words = wordsOf(await ask(store, 'nvb-demo', 'contacten phishing'));
    for (const part of [
      'Valse websites melden',
      'Team Uil',
      '088-1234567',
      'geldig t/m 1 maart 2027',
      'Politie',
    ])
      expect(words).toContain(part);
  });

  it('needs what it is for, how to reach and a last day that is to come', async () => {
    for (const line of [LINE.replace(/geldig:".*"/, ''), LINE.replace('1 mrt 2027', '1 mrt 2026')])
      expect(await ask(store, 'politie-demo', line)).toMatchObject({ type: 'form' });
    expect(wordsOf(await ask(store, 'nvb-demo', 'contacten'))).not.toMatch(REACH);
  });

  it('stands beside the help points of its form, on its organisation’s card and among what is found', async () => {
    await add();
    for (const line of EVERYWHERE) expect(wordsOf(await ask(store, 'nvb-demo', line)), line).toMatch(REACH);
    expect(wordsOf(await ask(store, 'nvb-demo', 'meldpunt nepagent'))).not.toMatch(REACH);
  });

  it('is never told to the public, to a reader, or in a channel, wherever it is asked', async () => {
    await add();
    for (const line of EVERYWHERE)
      for (const [who, audience] of [
        [OUTSIDER, 'private'],
        [READER, 'private'],
        ['politie-demo', 'channel'],
        ['coordinator-demo', 'channel'],
      ] as const) {
        const words = wordsOf(await ask(store, who, line, { audience }));
        expect(words.replaceAll('valse websites', ''), `${line} ${audience}`).not.toMatch(REACH);
      }
  });

  it('cannot be shared to a channel', async () => {
    await add();
    expect(await ask(store, 'nvb-demo', 'contacten')).toMatchObject({ shareable: false });
  });

  it('is changed by its own organisation and by coordinators, not by another', async () => {
    await add();
    const [contact] = await contacts();
    const line = `contacten wijzig contact:${contact?.id} geldig:"1 jun 2027"`;
    expect(wordsOf(await ask(store, 'nvb-demo', line))).toContain('alleen voor je eigen organisatie');
    expect(actionsOf(await ask(store, 'nvb-demo', 'contacten')).map(({ label }) => label)).not.toContain(
      'Verwijderen',
    );
    await ask(store, 'politie-demo', line);
    expect((await contacts())[0]).toMatchObject({ validUntil: '2027-06-01', name: 'Team Uil' });
    await ask(store, 'coordinator-demo', line.replace('jun', 'jul'));
    expect((await contacts())[0]).toMatchObject({ validUntil: '2027-07-01' });
    const other = LINE.replace('geldig', 'organisatie:nvb geldig');
    expect(wordsOf(await ask(store, 'politie-demo', other))).toContain('alleen voor je eigen organisatie');
  });

  it('fills its form, so that renewing it is one date', async () => {
    await add();
    const edit = button(await ask(store, 'politie-demo', 'contacten'), 'Wijzigen');
    const form = await press(store, 'politie-demo', edit);
    expect(wordsOf(form)).toContain('088-1234567');
    const kept = await send(store, 'politie-demo', {
      command: 'contacten',
      args: { ...edit.args, geldig: '2027-09-01', wie: '' },
    });
    expect(wordsOf(kept)).toContain('aangepast');
    const [contact] = await contacts();
    expect(contact).toMatchObject({ validUntil: '2027-09-01', reach: '088-1234567, uil@politie.example' });
    expect(contact?.name).toBeUndefined();
  });

  it('is hidden when it has expired, but for its organisation and coordinators, who see that it has', async () => {
    await add();
    for (const line of EVERYWHERE)
      expect(
        wordsOf(await ask(store, 'nvb-demo', line, { now: LATER })).replaceAll('valse websites', ''),
        line,
      ).not.toMatch(REACH);
    for (const who of ['politie-demo', 'coordinator-demo'])
      expect(wordsOf(await ask(store, who, 'contacten', { now: LATER }))).toMatch(/VERLOPEN op 1 maart/);
  });

  it('leaves no name or number behind when it is removed, in the history neither', async () => {
    await add();
    const done = await press(
      store,
      'politie-demo',
      button(await ask(store, 'politie-demo', 'contacten'), 'Verwijderen'),
    );
    expect(wordsOf(done)).toContain('verwijderd');
    for (const who of ['politie-demo', 'coordinator-demo', 'nvb-demo'])
      for (const line of EVERYWHERE)
        expect(wordsOf(await ask(store, who, line)).replaceAll(/valse websites/gi, ''), line).not.toMatch(
          /1234567|uil@|Team Uil/,
        );
    const [contact] = await contacts();
    expect(JSON.stringify([contact, await store.history(contact!.id)])).not.toMatch(/1234567|uil@|Team Uil/);
  });

  it('keeps a colleague’s newer number when somebody saves a form that was opened before', async () => {
    await add();
    const edit = button(await ask(store, 'politie-demo', 'contacten'), 'Wijzigen');
    const form = (await press(store, 'politie-demo', edit)) as FormReply;
    const shown = Object.fromEntries(
      form.fields.flatMap(({ name, value }) => (value ? [[name, value]] : [])),
    );
    await ask(
      store,
      'coordinator-demo',
      `contacten wijzig contact:${edit.args.contact} bereikbaar:"nummer TWEE"`,
    );
    const late = await send(store, 'politie-demo', {
      command: 'contacten',
      args: { ...shown, ...edit.args, geldig: '2027-09-01' },
      version: form.version!,
    });
    expect(actionsOf(late).map(({ label }) => label)).toEqual([
      'Formulier opnieuw openen',
      'Bekijk de nieuwe versie',
    ]);
    expect(wordsOf(late)).toContain('2027-09-01');
    expect((await contacts())[0]).toMatchObject({ reach: 'nummer TWEE', validUntil: '2027-03-01' });
    const again = (await press(store, 'politie-demo', button(late, 'Formulier opnieuw'))) as FormReply;
    expect(again.version).toBe(2);
    expect(again.fields.find(({ name }) => name === 'bereikbaar')?.value).toBe('nummer TWEE');
    expect(wordsOf(await press(store, 'politie-demo', button(late, 'Bekijk')))).toContain('nummer TWEE');
    await send(store, 'politie-demo', { ...again, args: { ...edit.args, geldig: '2027-09-01' } } as never);
    expect((await contacts())[0]).toMatchObject({ reach: 'nummer TWEE', validUntil: '2027-09-01' });
  });

  it('is in no draft with how to reach it', async () => {
    const context = await contextOf(store, 'politie-demo');
    await keepDraft(context, registry.find('contacten')!, {
      doe: 'toevoegen',
      waarvoor: 'Valse websites',
      bereikbaar: '088-1234567',
      wie: 'Team Uil',
    });
    const drafts = await draftsOf(store).list('person/politie-demo');
    expect(JSON.stringify(drafts)).toContain('Valse websites');
    expect(JSON.stringify(drafts)).not.toMatch(/1234567|Uil/);
  });
});

const contacts = () =>
  store.list('contact', {
    everything: true,
    partners: true,
    organisations: [],
    groups: [],
    at: NOW.toString(),
  });
