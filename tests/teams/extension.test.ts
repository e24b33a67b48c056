import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SEARCH_COMMANDS, SEARCH_PARAMETER } from '../../src/adapters/teams/package/extension-commands.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';
import {
  extensionFetchTask,
  extensionQuery,
  extensionQueryLink,
  extensionSubmitAction,
} from './peers/activities.ts';
import { at } from './peers/at.ts';
import { activityFaults } from './peers/violations.ts';
import { buttonsIn, type Json, wordsIn } from './reading.ts';
import { POLICE, type Stage, startStage, type TenantName } from './stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await startStage();
  await stage.link('T1', POLICE);
  // Who uses the extension has the app; in the group chat the bot itself is not.
  for (const tenant of ['T1', 'T2'] as const) await stage.install(tenant, 'personal', 'bram');
  await put(
    stage.app.store,
    sampleCampaign('bankhulp', { title: 'Bel je <b>bank</b> & meer' }),
    sampleCampaign('besloten', { title: 'Besloten bankactie', visibility: 'organisation', owner: POLICE }),
  );
});
afterAll(async () => {
  expect(stage.connector.violations).toEqual([]);
  await stage.close();
});

interface Result {
  content: Json;
  preview: { content: { title: string; text: string } };
}

async function search(commandId: string, text: string, tenant: TenantName = 'T1'): Promise<Result[]> {
  const from = at(stage.connector, tenant, 'bram', 'group');
  const asked = extensionQuery(from, { commandId, text, parameter: SEARCH_PARAMETER });
  const answer = (await (await stage.send(asked)).json()) as { composeExtension: { attachments: Result[] } };
  const { attachments } = answer.composeExtension;
  expect(activityFaults({ attachments })).toEqual([]);
  return attachments;
}

describe('looked up from the message box', () => {
  it.each([
    ['campagne', 'money mule', 'European Money Mule Action'],
    ['aanpak', 'rekeningnummer', 'Controleer de naam bij het rekeningnummer'],
    ['meldpunt', 'bankhelpdesk', 'ankhelpdeskfraude'],
  ])('%s: "%s" gives a card of %s', async (command, text, expected) => {
    const found = await search(command, text);
    expect(wordsIn(found[0]?.content)).toContain(expected);
    expect(found.length).toBeLessThanOrEqual(8);
  });

  it.each(SEARCH_COMMANDS)('%s gives something before anybody typed', async (command) => {
    expect((await search(command, '')).length).toBeGreaterThan(0);
  });

  it('a card has nothing to press, since anyone may read it, and shows no signs of HTML', async () => {
    const [found] = await search('campagne', 'Bel je');
    expect(buttonsIn(found?.content)).toEqual([]);
    expect(found?.preview.content.title).not.toMatch(/[<>&]/);
    expect(wordsIn(found?.content)).toContain('Bel je <b>bank</b> & meer');
  });

  it('finds nothing that is not for everyone, also for who may see it', async () => {
    expect(wordsIn(await search('campagne', 'Besloten bankactie'))).not.toContain('Besloten');
  });

  it('finds nothing in a tenant that is not linked, and says so in one line', async () => {
    for (const text of ['money mule', '']) {
      const from = at(stage.connector, 'T2', 'bram', 'group');
      const asked = extensionQuery(from, { commandId: 'campagne', text, parameter: SEARCH_PARAMETER });
      const answer = await (await stage.send(asked)).json();
      expect(answer).toEqual({ composeExtension: { type: 'message', text: 'Nog niet gekoppeld' } });
    }
  });

  it('a command that there is not, or words of another kind, find nothing', async () => {
    expect(await search('flurp', 'money')).toEqual([]);
    const from = at(stage.connector, 'T1', 'bram', 'group');
    const odd = { ...extensionQuery(from, { commandId: 'campagne', text: 'x', parameter: 'wat' }) };
    for (const parameters of [null, 'x', [null], [{ name: 'wat', value: { a: 1 } }]]) {
      const answer = await stage.send({
        ...odd,
        id: `odd ${JSON.stringify(parameters)}`,
        value: { commandId: 'campagne', parameters },
      });
      expect(answer.status).toBe(200);
    }
  });
});

describe('used where the bot is not', () => {
  it('in a chat of two people takes nothing over: reminders go where they went', async () => {
    const { id: tenant } = stage.connector.tenant('T1');
    const user = String(stage.connector.person('T1', 'bram').aadObjectId);
    const before = await stage.app.references.find(tenant, user);
    const from = at(stage.connector, 'T1', 'bram');
    const asked = extensionQuery(from, { commandId: 'campagne', text: 'mule', parameter: SEARCH_PARAMETER });
    const conversation = { conversationType: 'personal', id: '19:a_b@unq.gbl.spaces', tenantId: tenant };
    expect((await stage.send({ ...asked, conversation })).status).toBe(200);
    expect(await stage.app.references.find(tenant, user)).toEqual(before);
    expect(await stage.app.references.find(tenant, conversation.id)).toBeUndefined();
  });

  it('outside any conversation answers as well', async () => {
    const from = at(stage.connector, 'T1', 'bram', 'group');
    const asked = extensionQuery(from, { commandId: 'campagne', text: 'mule', parameter: SEARCH_PARAMETER });
    const answer = await stage.send({ ...asked, conversation: undefined });
    expect(wordsIn(await answer.json())).toContain('Money Mule');
  });

  it('gives nothing more on a later page: all came with the first', async () => {
    const from = at(stage.connector, 'T1', 'bram', 'group');
    const later = { commandId: 'campagne', text: 'mule', parameter: SEARCH_PARAMETER, skip: 25 };
    const answer = await (await stage.send(extensionQuery(from, later))).json();
    expect(answer).toMatchObject({ composeExtension: { attachments: [] } });
  });
});

describe('a link to a campaign’s page in a message', () => {
  const cardOf = async (url: string, tenant: TenantName = 'T1') => {
    const answer = await stage.send(extensionQueryLink(at(stage.connector, tenant, 'bram', 'group'), url));
    return ((await answer.json()) as { composeExtension: { attachments: Json[] } }).composeExtension
      .attachments;
  };

  it('shows its card, as far as anyone may see it', async () => {
    expect(wordsIn(await cardOf(`${stage.base}/campagnes/bankhulp`))).toContain('Bel je');
    expect(await cardOf(`${stage.base}/campagnes/besloten`)).toEqual([]);
    expect(await cardOf('https://elders.example/campagnes/bankhulp')).toEqual([]);
    expect(await cardOf(`${stage.base}/campagnes/bankhulp`, 'T2')).toEqual([]);
  });
});

describe('a message that somebody wants to keep', () => {
  const html = '<div><p>Bel&nbsp;mij op 0612345678 &amp; vraag naar Jan</p><p>Nieuw: <b>QR</b></p></div>';
  const opened = async (commandId: string, tenant: TenantName = 'T1', who = 'bram') => {
    const asked = extensionFetchTask(at(stage.connector, tenant, who, 'group'), commandId, { id: '1', html });
    const answer = (await (await stage.send(asked)).json()) as { task?: { value: Json } };
    return answer.task?.value as Json;
  };

  it('as a signal opens its form without personal data, and shares what is sent', async () => {
    const bram = await stage.person('T1', 'bram');
    await stage.change(bram.id, { role: 'partner' });
    const dialog = await opened('bewaar-signaal');
    expect(wordsIn(dialog)).toContain('Nieuw: QR');
    expect(wordsIn(dialog)).toContain('Wat zeg je tegen het publiek');
    expect(wordsIn(dialog)).not.toContain('0612345678');
    const send = async (form: Json, wat: string) => {
      const [button] = buttonsIn(form);
      const data = { ...(button?.data as Json), 'arg:titel': 'QR-truc', 'arg:wat': wat };
      const from = at(stage.connector, 'T1', 'bram', 'group');
      const sent = extensionSubmitAction(from, 'bewaar-signaal', data, { id: '1', html });
      const answer = await (await stage.send(sent)).text();
      return (answer === '' ? {} : JSON.parse(answer)) as { task?: { value: Json } };
    };
    const refused = await send(dialog, 'Nieuw: bel 0687654321');
    expect(wordsIn(refused)).toContain('telefoonnummer 06');
    expect(wordsIn(refused)).not.toContain('0687654321');
    await send(refused.task?.value as Json, 'Nieuw: QR-codes');
    expect((await stage.type('T1', 'bram', 'signalen')).text).toContain('QR-truc');
  });

  it('as a practice opens the form of a proposal without personal data', async () => {
    const bram = await stage.person('T1', 'bram');
    await stage.change(bram.id, { role: 'partner' });
    const dialog = await opened('bewaar-aanpak');
    expect(wordsIn(dialog)).toContain('Nieuw: QR');
    expect(wordsIn(dialog)).toContain('& vraag naar Jan');
    expect(wordsIn(dialog)).not.toContain('0612345678');
    const [button] = buttonsIn(dialog);
    const filled = { 'arg:titel': 'Scan niets', 'arg:advies': 'Scan niets aan de deur', 'arg:bewijs': 'D' };
    const data = { ...(button?.data as Json), ...filled, 'arg:bron': 'Eigen ervaring' };
    const from = at(stage.connector, 'T1', 'bram', 'group');
    await stage.send(extensionSubmitAction(from, 'bewaar-aanpak', data, { id: '1', html }));
    expect((await stage.type('T1', 'bram', 'praktijken')).text).toContain('Scan niets');
  });

  it('keeps nothing for who is not known here', async () => {
    expect(wordsIn(await opened('bewaar-signaal', 'T2'))).toContain('niet gekoppeld');
    expect(wordsIn(await opened('bewaar-signaal', 'T1', 'gijs'))).not.toContain('QR');
  });
});
