import type { Person } from '../../src/domain/person/person.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { readyCampaign, sampleTask } from '../nudges/records.ts';
import { NO_DIGEST } from '../nudges/stage.ts';
import { put } from '../support/test-store.ts';
import { POLICE, type Stage, type TenantName } from './stage.ts';

/** Makes somebody of a tenant known to the bot: a partner who wants no digest, unless told otherwise. */
export async function partner(
  stage: Stage,
  tenant: TenantName,
  who: string,
  more: Partial<Person> = {},
): Promise<Person> {
  await stage.install(tenant, 'personal', who);
  await stage.type(tenant, who, 'help');
  const { id } = await stage.person(tenant, who);
  await stage.change(id, { role: 'partner', digest: NO_DIGEST, ...more });
  return stage.person(tenant, who);
}

/** A campaign in October 2027, for which everything is ready, and a task for it that was due on Friday 20 November 2026. */
export async function lateTask(stage: Stage, owner: Id<'person'>, name = 'stand'): Promise<void> {
  const campaign = readyCampaign('herfst', { leads: [{ organisation: POLICE }], audiences: [] });
  await put(stage.app.store, ...((await stage.app.store.get(campaign.id)) ? [] : [campaign]));
  await put(stage.app.store, sampleTask(name, { owners: [owner], due: { date: '2026-11-20' } }));
}
