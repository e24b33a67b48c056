import type { Actor } from '../../src/domain/access/actor.ts';
import { type Campaign, campaign } from '../../src/domain/campaign/campaign.ts';
import { type Organisation, organisation } from '../../src/domain/organisation/organisation.ts';
import type { Id } from '../../src/domain/shared/record.ts';
import { audience, form } from '../../src/domain/taxonomy/taxonomy.ts';

/** Records that tests start from; each takes what differs. */

export const POLICE: Id<'organisation'> = 'organisation/politie';
export const BANKS: Id<'organisation'> = 'organisation/nvb';

export function sampleOrganisation(id: Id<'organisation'>, more: Partial<Organisation> = {}): Organisation {
  const name = id.slice('organisation/'.length);
  return organisation.parse({ id, name, short: name, visibility: 'public', ...more });
}

export function sampleCampaign(name: string, more: Partial<Campaign> = {}): Campaign {
  return campaign.parse({
    id: `campaign/${name}`,
    title: `Campagne ${name}`,
    visibility: 'public',
    period: { start: '2027-10-11', end: '2027-10-17' },
    dateState: 'provisional',
    ...more,
  });
}

export const seniors = audience.parse({
  id: 'audience/senioren',
  name: { nl: 'Senioren', en: 'Seniors' },
  visibility: 'public',
});

export const phishing = form.parse({
  id: 'form/phishing',
  name: { nl: 'Phishing', en: 'Phishing' },
  visibility: 'public',
});

export function sampleActor(more: Partial<Actor> = {}): Actor {
  return {
    person: undefined,
    role: 'partner',
    organisations: [POLICE],
    groups: [],
    locale: 'nl',
    zone: 'Europe/Amsterdam',
    ...more,
  };
}
