import { type Person, person } from '../../../src/domain/person/person.ts';
import type { Account, Profile } from '../../../src/domain/tenant/account.ts';
import { type Tenant, tenant } from '../../../src/domain/tenant/tenant.ts';
import { POLICE } from '../../support/samples.ts';
import { NOW } from '../../support/test-store.ts';

/** A Slack workspace of the police, unless told otherwise. */
export function workspace(more: Partial<Tenant> = {}): Tenant {
  return tenant.parse({
    id: 'tenant/slack~t1',
    name: 'Werkruimte',
    platform: 'slack',
    tenant: 'T1',
    organisations: [POLICE],
    installedAt: NOW.toString(),
    visibility: 'organisation',
    ...more,
  });
}

/** A user of that workspace. */
export function user(name: string): Account {
  return { platform: 'slack', tenant: 'T1', user: `U-${name}` };
}

/** What Slack tells of someone. */
export function profile(more: Partial<Profile> = {}): Profile {
  return {
    name: 'Dirk Smit',
    locale: 'nl',
    zone: 'America/Curacao',
    guest: false,
    signedOff: false,
    ...more,
  };
}

/** Someone of the police with that account, unless told otherwise. */
export function known(name: string, more: Partial<Person> = {}): Person {
  return person.parse({
    id: `person/${name}`,
    name,
    organisation: POLICE,
    identities: [user(name)],
    ...more,
  });
}
