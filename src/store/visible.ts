import { type Column, type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../domain/access/visibility.ts';

interface GuardColumns {
  visibility: Column;
  owner: Column;
  embargo: Column;
  restricted: Column;
}

/** `canSee` of domain/access/visibility.ts as SQL, so that counts and pages obey it too. */
export function visible(scope: Scope, table: GuardColumns): SQL {
  if (scope.everything) return sql`1`;
  const open = scope.partners
    ? sql`${table.visibility} IN ('public', 'partners')`
    : sql`(${table.visibility} = 'public' AND ${table.restricted} = 0
        AND (${table.embargo} IS NULL OR ${table.embargo} <= ${scope.at}))`;
  const mine = sql`${table.owner} IN (${list(scope.organisations)})`;
  const shared = sql`${table.visibility} IN (${list(scope.groups)})`;
  return sql`(${open} OR ${mine} OR ${shared})`;
}

/** The values of an IN list; an empty one matches nothing. */
export function list(values: readonly (string | number)[]): SQL {
  if (values.length === 0) return sql`NULL`;
  return sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
}
