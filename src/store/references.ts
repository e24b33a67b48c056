import type { Reference, References } from '../domain/tenant/references.ts';
import type { Database } from './database.ts';
import { prepared } from './prepared.ts';

interface Row {
  tenant: string;
  address: string;
  service_url: string;
  conversation: string | null;
  member: string | null;
  team: string | null;
  name: string | null;
}

/** The conversations in which Teams lets the bot write. */
export function referenceStore(database: Database): References {
  const statement = (sql: string) => prepared(database, sql, ({ sqlite }) => sqlite.prepare(sql));
  const find = (tenant: string, address: string) =>
    statement('SELECT * FROM reference WHERE tenant = @tenant AND address = @address').get({
      tenant,
      address,
    }) as Row | undefined;
  return {
    keep: async (reference) => {
      const known = find(reference.tenant, reference.address);
      const row = rowOf(reference, known);
      if (known && JSON.stringify(known) === JSON.stringify(row)) return;
      statement(
        `INSERT OR REPLACE INTO reference (tenant, address, service_url, conversation, member, team, name)
         VALUES (@tenant, @address, @service_url, @conversation, @member, @team, @name)`,
      ).run(row);
    },
    find: async (tenant, address) => referenceOf(find(tenant, address)),
    anyOf: async (tenant) =>
      referenceOf(
        statement(
          'SELECT * FROM reference WHERE tenant = @tenant ORDER BY conversation IS NULL, address LIMIT 1',
        ).get({ tenant }) as Row | undefined,
      ),
    ofTeam: async (tenant, team) =>
      (
        statement('SELECT * FROM reference WHERE tenant = @tenant AND team = @team ORDER BY address').all({
          tenant,
          team,
        }) as Row[]
      ).flatMap((row) => referenceOf(row) ?? []),
    forget: async (tenant, address) => {
      statement('DELETE FROM reference WHERE tenant = @tenant AND address = @address').run({
        tenant,
        address,
      });
      const left = statement(
        'SELECT 1 FROM reference WHERE tenant = @tenant AND conversation IS NOT NULL LIMIT 1',
      ).get({ tenant });
      return left !== undefined;
    },
    inConversation: async (tenant, conversation) =>
      referenceOf(
        statement('SELECT * FROM reference WHERE tenant = @tenant AND conversation = @conversation').get({
          tenant,
          conversation,
        }) as Row | undefined,
      ),
    removeStrangers: async (linked) =>
      statement(
        `DELETE FROM reference WHERE tenant NOT IN (SELECT value FROM json_each(@linked)) OR (
           member IS NOT NULL AND NOT EXISTS (
             SELECT 1 FROM account WHERE account.platform = 'teams' AND account.tenant = reference.tenant
             AND account.user = reference.address))`,
      ).run({ linked: JSON.stringify(linked) }).changes,
  };
}

function rowOf({ tenant, address, serviceUrl, ...given }: Reference, known: Row | undefined): Row {
  return {
    tenant,
    address,
    service_url: serviceUrl,
    conversation: given.conversation ?? known?.conversation ?? null,
    member: given.member ?? known?.member ?? null,
    team: given.team ?? known?.team ?? null,
    name: given.name ?? known?.name ?? null,
  };
}

function referenceOf(row: Row | undefined): Reference | undefined {
  if (!row) return undefined;
  const { tenant, address, service_url: serviceUrl } = row;
  const given = (value: string | null) => value ?? undefined;
  return {
    tenant,
    address,
    serviceUrl,
    conversation: given(row.conversation),
    member: given(row.member),
    team: given(row.team),
    name: given(row.name),
  };
}
