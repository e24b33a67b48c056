import { describe, expect, it } from 'vitest';
import { BANKS, POLICE } from '../support/samples.ts';
import { anna, bob, chris, only, PEOPLE, samplePractice } from './records.ts';
import { stage, wall } from './stage.ts';

const proposal = samplePractice({
  id: 'practice/v-deur',
  key: undefined,
  title: { nl: 'Oefen aan de deur', en: 'Practise at the door' },
  state: 'in-review',
  visibility: 'organisation',
  owner: POLICE,
  proposedBy: anna.id,
  proposedAt: wall('2027-02-26T10:00').toString(),
});
const RULES = only('practice-proposal', 'practice-decided');

describe('a proposed practice', () => {
  it('is brought to the coordinators until it is decided, and the decision to who proposed it, once', async () => {
    const on = await stage({ at: '2027-02-26T20:00', rules: RULES }, ...PEOPLE, proposal);
    await on.runUntil('2027-03-08T12:00');
    expect(on.brought()).toEqual([
      '2027-03-01 carla practice-proposal 1',
      '2027-03-08 carla practice-proposal 7',
    ]);
    await on.say('carla', 'beoordeel "Oefen aan de deur" aanpassen reden:"Noem de duur"');
    await on.runUntil('2027-04-30T12:00');
    const told = on.got.slice(2);
    expect(told.map(({ to }) => to)).toEqual(['anna']);
    expect(told[0]?.text).toMatch(/Oefen aan de deur[\s\S]*aanpassing gevraagd[\s\S]*Noem de duur/);
    expect(told[0]?.text).toContain('Verbeteren');
    await on.answer('anna', told[0]!.nudges[0]!, 'klaar');
    expect(await on.store.get('practice/v-deur')).toMatchObject({
      state: 'changes-asked',
      reviewedOn: '2026-03-01',
    });
  });

  it('of a new version is decided once, though the decision stands on the practice too', async () => {
    const shelf = samplePractice({
      id: 'practice/deur',
      key: 'BP-90',
      title: proposal.title,
      owner: BANKS,
      proposedBy: chris.id,
    });
    const version = {
      ...proposal,
      key: 'BP-90',
      revises: shelf.id,
      revisesVersion: 1,
      advice: { nl: 'Bel', en: 'Call' },
    };
    const on = await stage(
      { at: '2027-03-01T20:00', rules: only('practice-decided') },
      ...PEOPLE,
      shelf,
      version,
    );
    await on.say('carla', 'beoordeel practice/v-deur goedkeuren');
    expect((await on.store.get(shelf.id))?.advice.nl).toBe('Bel');
    await on.runUntil('2027-03-31T12:00');
    expect(on.got.map(({ to, nudges }) => [to, nudges.length])).toEqual([['anna', 1]]);
  });

  it('is decided for the contacts when its proposer left, and told to nobody who decided it', async () => {
    const decision = {
      at: wall('2027-03-01T10:00').toString(),
      by: 'person/carla' as const,
      reason: 'Dubbel',
    };
    const declined = { ...proposal, state: 'declined' as const, decision };
    const gone = { ...bob, id: 'person/weg' as const, active: false, identities: [] };
    const left = { ...declined, proposedBy: gone.id };
    const own = {
      ...declined,
      id: 'practice/v-eigen' as const,
      owner: POLICE,
      proposedBy: 'person/carla' as const,
    };
    const on = await stage({ at: '2027-03-01T20:00', rules: RULES }, ...PEOPLE, gone, left, own);
    await on.runUntil('2027-03-31T12:00');
    expect(on.got.map(({ to }) => to)).toEqual(['anna']);
  });
});
