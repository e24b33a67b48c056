import { beforeAll, describe, expect, it } from 'vitest';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { type Message, plainText, type Reply } from '../../src/reply/reply.ts';
import { actionsOf, ask, button, press, seededStore, wordsOf } from '../support/ask.ts';
import { sampleCampaign } from '../support/samples.ts';
import { put } from '../support/test-store.ts';

let store: Store;
beforeAll(async () => {
  store = await seededStore();
});
function message(reply: Reply): Message {
  if (reply.type !== 'message') throw new Error(`a message was expected, not ${reply.type}`);
  return reply;
}
const titles = (reply: Reply) =>
  message(reply).sections.flatMap((section) =>
    section.type === 'list' ? section.items.map(({ title }) => plainText(title)) : [],
  );
const headings = (reply: Reply) =>
  message(reply).sections.flatMap((section) => (section.type === 'heading' ? section.text : []));
const asked = (line: string) => ask(store, OUTSIDER, line);

async function everything(line: string): Promise<string[]> {
  let reply = await asked(line);
  const found = titles(reply);
  for (let next = message(reply).next; next; next = message(reply).next) {
    reply = await press(store, OUTSIDER, next);
    found.push(...titles(reply));
  }
  return found;
}

describe('zoek', () => {
  it('looks in everything at once, says of what kind each is, and groups them', async () => {
    const reply = await asked('zoek phishing');
    expect(headings(reply)[0]).toBe('Fraudevormen');
    expect(new Set(headings(reply)).size).toBe(headings(reply).length);
    const all = await everything('zoek phishing');
    expect(all).toContain('Phishing');
    expect(all).toContain('Fraudehelpdesk');
    expect(all).toContain('Let op: Phishingtraining van personeel is niet genoeg');
    expect(new Set(all).size).toBe(all.length);
  });

  it('finds by a synonym what is linked to the form that it means', async () => {
    const all = await everything('zoek WhatsAppfraude');
    expect(all[0]).toBe('Vriend-in-noodfraude');
    expect(all).toContain('Bereik ouderen via hun omgeving en oude media');
    expect(all).toContain('Maand van senioren en veiligheid 2027');
    expect(all).toContain('Je eigen bank');
  });

  it('does so too when the synonym is mistyped, or half', async () => {
    for (const words of ['whatsapfraude', 'whatsapp'])
      expect(await everything(`zoek ${words}`)).toContain('Maand van senioren en veiligheid 2027');
  });

  it('finds names of two letters, keys, and parts of compounds', async () => {
    expect(titles(await asked('zoek OM'))[0]).toBe('OM');
    expect(titles(await asked('zoek 5.04'))[0]).toContain('AP24-5.04');
    expect(await everything('zoek helpdesk')).toContain('Bankhelpdeskfraude');
    expect(titles(await asked('zoek financien'))).toContain('Fin');
  });

  it('says by which other name something was found, when its line does not show it', async () => {
    expect(wordsOf(await asked('zoek "Veiligheid en Justitie"'))).toContain(
      'ook bekend als Veiligheid en Justitie',
    );
    expect(wordsOf(await asked('zoek EZ'))).toContain('ook bekend als EZ');
    expect(wordsOf(await ask(store, 'fin-demo', 'search EZ'))).toContain('also known as EZ');
    expect(wordsOf(await asked('zoek politie'))).not.toContain('ook bekend als');
  });

  it('puts what is coming before what is past', async () => {
    const weeks = (await everything('zoek "week van de veiligheid" soort:campaign')).filter((title) =>
      title.startsWith('Week van de Veiligheid'),
    );
    expect(weeks.slice(0, 3)).toEqual([
      'Week van de Veiligheid 2027',
      'Week van de Veiligheid 2028',
      'Week van de Veiligheid 2025',
    ]);
  });

  it('offers records with some of the words when none has all', async () => {
    const reply = await asked('zoek senioren raketten');
    expect(wordsOf(reply)).toContain('Niets heeft al deze woorden');
    expect(titles(reply).join()).toContain('Senioren');
  });

  it('with nothing found offers near names and other places to look', async () => {
    const reply = await asked('zoek qqqqqqqq');
    expect(titles(reply)).toEqual([]);
    expect(actionsOf(reply).map(({ command }) => command)).toEqual([
      'kalender',
      'actieplan',
      'wat-werkt',
      'meldpunt',
    ]);
    const near = await asked('zoek VNX');
    expect(titles(await press(store, OUTSIDER, button(near, 'Zoek VNG')))).toContain('VNG');
  });

  it('shows a warning as a warning', async () => {
    const reply = await asked('zoek interneppen soort:practice');
    expect(titles(reply)).toEqual(['Let op: Test eerst bij de doelgroep']);
    expect(wordsOf(reply)).toContain('neem dat niet over');
  });

  it('does not betray what the reader may not see', async () => {
    const fresh = await seededStore();
    await put(fresh, sampleCampaign('geheim', { title: 'Zeppelinactie', visibility: 'organisation' }));
    expect(wordsOf(await ask(fresh, OUTSIDER, 'zoek zeppelinaktie'))).not.toContain('Zeppelin');
    expect(titles(await ask(fresh, 'coordinator-demo', 'zoek zeppelinaktie'))).toContain('Zeppelinactie');
  });

  it('survives odd words', async () => {
    for (const words of ['"" OR * NEAR(', '%%% ___', "'; drop table record", '🙂🙂🙂', 'a b'])
      expect((await asked(`zoek woorden:"${words.replaceAll('"', '\\"')}"`)).type).toBe('message');
  });
});
