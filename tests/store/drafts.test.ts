import { beforeEach, describe, expect, it } from 'vitest';
import type { Draft, Drafts } from '../../src/domain/draft/drafts.ts';
import { person } from '../../src/domain/person/person.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { forgetMessages } from '../../src/store/forget-messages.ts';
import { openStore } from '../../src/store/open-store.ts';
import { ask, button, press, wordsOf } from '../support/ask.ts';
import { POLICE, sampleOrganisation } from '../support/samples.ts';
import { draftsOf, NOW, put, testStore } from '../support/test-store.ts';

const ANNA: Id<'person'> = 'person/anna';
const BRAM: Id<'person'> = 'person/bram';
const CAMPAIGN = 'campaign/week';

const people = [ANNA, BRAM].map((id) =>
  person.parse({ id, name: id, organisation: POLICE, role: 'partner', visibility: 'public' }),
);

let store: Store;
let drafts: Drafts;
beforeEach(async () => {
  store = await testStore(sampleOrganisation(POLICE), ...people);
  drafts = draftsOf(store);
});

function begun(more: Partial<Draft> = {}): Omit<Draft, 'id'> {
  const args = { titel: 'Hang op' };
  return { person: ANNA, command: 'wijzig', subject: CAMPAIGN, args, updatedAt: NOW, ...more };
}

describe('a draft', () => {
  it('comes back as it was saved', async () => {
    const args = { titel: 'Hang op\n"écht" 🙂', doelgroep: ['audience/senioren', 'audience/jongeren'] };
    const id = await drafts.save(begun({ args }));
    expect(await drafts.get(ANNA, id)).toEqual({ ...begun({ args }), id });
    expect(await drafts.find(ANNA, 'wijzig', CAMPAIGN)).toEqual({ ...begun({ args }), id });
  });

  it('takes the place of an earlier one of the same form about the same record, under the same name', async () => {
    const first = await drafts.save(begun());
    const second = await drafts.save(begun({ args: { titel: 'Klik weg' } }));
    expect(second).toBe(first);
    expect((await drafts.list(ANNA)).map(({ args }) => args)).toEqual([{ titel: 'Klik weg' }]);
  });

  it('stands beside those of other forms, about other records and about none', async () => {
    await drafts.save(begun());
    await drafts.save(begun({ subject: 'campaign/other' }));
    await drafts.save(begun({ command: 'verzet' }));
    await drafts.save(begun({ command: 'nieuw', subject: undefined }));
    await drafts.save(begun({ command: 'nieuw', subject: undefined }));
    expect(await drafts.list(ANNA)).toHaveLength(4);
    expect((await drafts.find(ANNA, 'nieuw', undefined))?.subject).toBeUndefined();
    expect(await drafts.find(ANNA, 'wijzig', undefined)).toBeUndefined();
  });

  it("is nobody's but the person's own", async () => {
    const id = await drafts.save(begun());
    expect(await drafts.get(BRAM, id)).toBeUndefined();
    expect(await drafts.find(BRAM, 'wijzig', CAMPAIGN)).toBeUndefined();
    expect(await drafts.list(BRAM)).toEqual([]);
    await drafts.remove(BRAM, id);
    expect(await drafts.get(ANNA, id)).toBeDefined();
    await drafts.remove(ANNA, id);
    expect(await drafts.get(ANNA, id)).toBeUndefined();
  });

  it('that is too long is refused, and the earlier one stays', async () => {
    const id = await drafts.save(begun());
    const long = begun({ args: { titel: 'é'.repeat(30_001) } });
    await expect(drafts.save(long)).rejects.toMatchObject({ code: 'draft-too-long' });
    expect((await drafts.get(ANNA, id))?.args).toEqual({ titel: 'Hang op' });
    await drafts.save(begun({ args: { titel: 'e'.repeat(59_000) } }));
  });

  it('of somebody whom we do not know is refused', async () => {
    const nobody = drafts.save(begun({ person: 'person/nobody' }));
    await expect(nobody).rejects.toMatchObject({ code: 'reference-missing' });
  });

  it('raises no revision: feeds and caches have nothing to do with it', async () => {
    const before = await store.revision();
    await drafts.save(begun());
    expect(await store.revision()).toBe(before);
  });
});

describe('drafts', () => {
  it('are listed the newest first, and the oldest of more than fifty goes', async () => {
    await drafts.save(begun({ person: BRAM }));
    for (let day = 0; day < 52; day++) {
      const updatedAt = NOW.add({ hours: 24 * day });
      await drafts.save(begun({ subject: `campaign/c${day}`, updatedAt }));
    }
    const subjects = (await drafts.list(ANNA)).map(({ subject }) => subject);
    expect(subjects).toHaveLength(50);
    expect([subjects[0], subjects.at(-1)]).toEqual(['campaign/c51', 'campaign/c2']);
    expect(await drafts.list(BRAM)).toHaveLength(1);
  });

  it('that nobody touched for a while are removed, and those that somebody did are not', async () => {
    await drafts.save(begun());
    await drafts.save(begun({ command: 'verzet', updatedAt: NOW.subtract({ hours: 1 }) }));
    expect(await drafts.removeOld(NOW)).toBe(1);
    expect((await drafts.list(ANNA)).map(({ command }) => command)).toEqual(['wijzig']);
  });

  it('do not go along in the copy that a simulation plays on', async () => {
    const opened = openStore({ path: ':memory:' });
    await put(opened.store, sampleOrganisation(POLICE), ...people);
    await opened.drafts.save(begun());
    forgetMessages(opened.database);
    expect(await opened.drafts.list(ANNA)).toEqual([]);
    opened.database.close();
  });
});

describe('mijn-gegevens', () => {
  it('says how many drafts there are, and erases them with the rest', async () => {
    await drafts.save(begun());
    await drafts.save(begun({ person: BRAM }));
    const shown = await ask(store, 'anna', 'mijn-gegevens');
    expect(wordsOf(shown)).toMatch(/Concepten\n1/);
    const question = await press(store, 'anna', button(shown, 'Mijn gegevens wissen'));
    await press(store, 'anna', button(question, 'Mijn gegevens wissen'));
    expect(await drafts.list(ANNA)).toEqual([]);
    expect(await drafts.list(BRAM)).toHaveLength(1);
  });
});
