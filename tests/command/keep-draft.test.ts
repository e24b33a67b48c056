import { beforeEach, describe, expect, it } from 'vitest';
import type { Command, Context } from '../../src/command/command.ts';
import { draftFor, forgetDraft, keepDraft } from '../../src/command/keep-draft.ts';
import { OUTSIDER } from '../../src/domain/access/actor.ts';
import type { Store } from '../../src/domain/ports.ts';
import { ask, contextOf, registry, seededStore, send } from '../support/ask.ts';
import { draftsOf } from '../support/test-store.ts';

const CAMPAIGN = 'campaign/week-van-de-veiligheid-2027';
const OTHER = 'campaign/safer-internet-day-2027';
const MAIL = 'jan@voorbeeld.nl';
const wijzig = commandOf('wijzig');
const nieuw = commandOf('nieuw');

let store: Store;
let context: Context;
beforeEach(async () => {
  store = await seededStore();
  context = await contextOf(store, 'coordinator-demo');
});

function commandOf(name: string): Command {
  const found = registry.find(name);
  if (!found) throw new Error(`no command ${name}`);
  return found;
}

describe('a form that is not sent', () => {
  it('is found again by its record, until it is sent', async () => {
    const args = { campagne: CAMPAIGN, boodschap: 'Hang op' };
    const id = await keepDraft(context, wijzig, args);
    expect(await draftFor(context, wijzig, { campagne: CAMPAIGN })).toMatchObject({
      id,
      command: 'wijzig',
      subject: CAMPAIGN,
      args,
      updatedAt: context.now,
    });
    expect(await draftFor(context, wijzig, { campagne: OTHER })).toBeUndefined();
    expect(await draftFor(context, nieuw, {})).toBeUndefined();
    await forgetDraft(context, wijzig, { campagne: CAMPAIGN });
    await forgetDraft(context, wijzig, { campagne: CAMPAIGN });
    expect(await draftFor(context, wijzig, { campagne: CAMPAIGN })).toBeUndefined();
  });

  it('leaves nothing when nobody we know filled it in, or nothing was filled in', async () => {
    const outside = await contextOf(store, OUTSIDER);
    expect(await keepDraft(outside, wijzig, { campagne: CAMPAIGN, boodschap: 'x' })).toBeUndefined();
    expect(await keepDraft(context, wijzig, { campagne: CAMPAIGN })).toBeUndefined();
    expect(await keepDraft(context, nieuw, { titel: ' ', doelgroep: [] })).toBeUndefined();
    expect(await draftsOf(store).list('person/coordinator-demo')).toEqual([]);
  });

  it('keeps what was changed, not what the form was filled with: that may be newer by then', async () => {
    const form = await send(store, 'coordinator-demo', {
      command: 'wijzig',
      args: { campagne: CAMPAIGN },
      opensForm: true,
    });
    if (form.type !== 'form') throw new Error('a form was expected');
    const shown = Object.fromEntries(form.fields.map(({ name, value = '' }) => [name, value]));
    expect(await keepDraft(context, wijzig, shown)).toBeUndefined();
    await keepDraft(context, wijzig, { ...shown, notitie: 'Bel Jan', boodschap: 'Klik weg' });
    const draft = await draftFor(context, wijzig, { campagne: CAMPAIGN });
    expect(draft?.args).toEqual({ campagne: CAMPAIGN, notitie: 'Bel Jan', boodschap: 'Klik weg' });
  });

  it('keeps no personal data in what others would read', async () => {
    await keepDraft(context, nieuw, { titel: `Mail ${MAIL}`, boodschap: `Bel 06-12345678 of ${MAIL}` });
    const draft = await draftFor(context, nieuw, {});
    expect(JSON.stringify(draft)).not.toMatch(/voorbeeld\.nl|12345678/);
    expect(draft?.args.titel).toMatch(/^Mail ja•+l$/);
    await keepDraft(context, 'signaal', { tekst: `Van ${MAIL}`, links: [MAIL] });
    const signal = await draftFor(context, 'signaal', {});
    expect(signal).toMatchObject({ command: 'signaal', subject: undefined });
    expect(JSON.stringify(signal)).not.toContain(MAIL);
  });

  it('keeps a record that is gone, or a name that is not clear, as it was typed', async () => {
    await keepDraft(context, wijzig, { campagne: 'campaign/gone', boodschap: 'Hang op' });
    expect((await draftFor(context, wijzig, { campagne: 'campaign/gone' }))?.args.boodschap).toBe('Hang op');
    await keepDraft(context, wijzig, { campagne: 'week', boodschap: 'Hang op' });
    expect(await draftFor(context, wijzig, { campagne: 'week' })).toBeDefined();
  });

  it('keeps nothing that the form does not ask', async () => {
    await keepDraft(context, nieuw, { titel: 'Herfst', iets: 'anders' });
    expect((await draftFor(context, nieuw, {}))?.args).toEqual({ titel: 'Herfst' });
  });

  it('is no reason to change what is stored', async () => {
    const before = await store.revision();
    await keepDraft(context, wijzig, { campagne: CAMPAIGN, boodschap: 'Hang op' });
    expect(await store.revision()).toBe(before);
    expect((await ask(store, 'coordinator-demo', `toon ${CAMPAIGN}`)).type).toBe('message');
  });
});
