import { type Column, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../domain/access/visibility.ts';
import { given, givenList } from './prepared.ts';

/** In the column `restricted`: 1 is not for the public, and this is only for who acts for an organisation. */
export const CLOSED = 2;

interface GuardColumns {
  id: Column;
  visibility: Column;
  owner: Column;
  embargo: Column;
  restricted: Column;
}

/**
 * `canSee` of domain/access/visibility.ts as SQL, so that counts and pages obey it too. Its text depends on
 * `scopeShape` alone; the query is run with `scopeValues`.
 */
export function visible(scope: Scope, table: GuardColumns): SQL {
  if (scope.everything) return sql`1`;
  const unclosed = acts(scope) ? sql`` : sql`AND ${table.restricted} < ${sql.raw(String(CLOSED))}`;
  const open = scope.partners
    ? sql`(${table.visibility} IN ('public', 'partners') ${unclosed})`
    : sql`(${table.visibility} = 'public' AND ${table.restricted} = 0
        AND (${table.embargo} IS NULL OR ${table.embargo} <= ${given('scopeAt')}))`;
  const mine = sql`${table.owner} IN ${givenList('scopeOrganisations')}`;
  const led = sql`EXISTS (SELECT 1 FROM link AS led WHERE led.from_id = ${table.id} AND led.role = 'lead'
    AND led.to_id IN ${givenList('scopeOrganisations')})`;
  const shared = sql`${table.visibility} IN ${givenList('scopeGroups')}`;
  return sql`(${open} OR ${mine} OR ${shared} OR ${led})`;
}

/** What the text of `visible` depends on, for the name of a prepared query. */
export function scopeShape(scope: Scope): string {
  if (scope.everything) return 'everything';
  if (!scope.partners) return 'public';
  return acts(scope) ? 'partners' : 'readers';
}

function acts({ organisations }: Scope): boolean {
  return organisations.length > 0;
}

/** What a query with `visible` in it is run with. */
export function scopeValues({ at, organisations, groups }: Scope): Record<string, string> {
  return {
    scopeAt: at,
    scopeOrganisations: JSON.stringify(organisations),
    scopeGroups: JSON.stringify(groups),
  };
}
