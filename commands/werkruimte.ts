import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, number, optional, ref, refs } from '../src/command/fields.ts';
import { dateHere } from '../src/core/clock.ts';
import { formatDate } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { nameOf } from '../src/domain/names.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { setTenantOrganisations } from '../src/domain/tenant/manage-tenant.ts';
import { type Tenant, tenantId } from '../src/domain/tenant/tenant.ts';
import type { Action, Confirm, ListItem, Message, Reply } from '../src/reply/reply.ts';

const PAGE = 15;

const args = z.object({
  doe: optional(choice(['lijst', 'wijzig', 'ontkoppel'], { positional: true, names: ['do'] })),
  werkruimte: optional(ref('tenant', { positional: true, names: ['workspace'] })),
  organisaties: optional(refs('organisation', { names: ['organisatie', 'organisation'] })),
  verder: optional(number(0, 100_000, { hidden: true })),
});
type Args = z.infer<typeof args>;

export const werkruimte = defineCommand({
  name: 'werkruimte',
  aliases: ['workspace', 'werkruimtes', 'workspaces'],
  access: 'coordinator',
  args,
  examples: ['lijst'],
  subject: 'werkruimte',
  prefill: async ({ store, scope }, { werkruimte: id }) => {
    const found = scope.everything ? await store.get(id as Id<'tenant'>) : undefined;
    if (!found) throw new Refusal('not-found');
    return { doe: 'wijzig', werkruimte: found.id, organisaties: found.organisations };
  },
  preview: async (context, given) => (given.doe === 'ontkoppel' ? unlinkQuestion(context, given) : undefined),
  run: async (context, given): Promise<Reply> => {
    if (given.doe === 'wijzig') return change(context, given, needed(given.organisaties));
    if (given.doe === 'ontkoppel') return change(context, given, []);
    return list(context, given);
  },
});

function needed(given: Args['organisaties']): Id<'organisation'>[] {
  if (!given) throw new Refusal('argument-missing', {}, 'organisaties');
  return given;
}

async function workspace({ store }: Context, { werkruimte: id }: Args): Promise<Tenant> {
  if (!id) throw new Refusal('argument-missing', {}, 'werkruimte');
  const found = await store.get(id);
  if (!found) throw new Refusal('not-found');
  return found;
}

async function unlinkQuestion(context: Context, given: Args): Promise<Confirm> {
  const { t } = context;
  const found = await workspace(context, given);
  return {
    type: 'confirm',
    title: t('workspace.unlink'),
    draft: [{ label: t('field.werkruimte'), value: found.name }],
    warnings: [
      { type: 'notice', tone: 'warning', text: t('workspace.unlink-warning') },
      ...(isHere(context, found)
        ? [{ type: 'notice' as const, tone: 'warning' as const, text: t('workspace.unlink-own') }]
        : []),
    ],
    confirm: { ...unlinkAction(context, found), version: found.version, confirmed: true, style: 'danger' },
    alternatives: [{ label: t('reply.cancel'), command: 'werkruimte', args: { doe: 'lijst' } }],
  };
}

/** Whether it is where the question is asked: then who asks loses everything as well. */
function isHere({ from }: Context, { id }: Tenant): boolean {
  return from !== undefined && tenantId(from.platform, from.tenant) === id;
}

async function change(
  context: Context,
  given: Args,
  organisations: readonly Id<'organisation'>[],
): Promise<Message> {
  const { store, by, t } = context;
  const { id } = await workspace(context, given);
  const changed = await setTenantOrganisations(store, by, id, organisations);
  const shown = await list(context, { werkruimte: id });
  const text = t(organisations.length > 0 ? 'workspace.linked' : 'workspace.unlinked', {
    name: changed.name,
  });
  return { ...shown, sections: [{ type: 'notice', tone: 'success', text }, ...shown.sections] };
}

async function list(context: Context, { werkruimte: id, verder = 0 }: Args): Promise<Message> {
  const { store, scope, t } = context;
  const all = (await store.list('tenant', scope)).filter((one) => !id || one.id === id);
  const page = all.slice(verder, verder + PAGE);
  const items = await Promise.all(page.map((one) => line(context, one)));
  const code: Action = {
    label: t('command.koppelcode.title'),
    command: 'koppelcode',
    args: {},
    opensForm: true,
  };
  const more = { doe: 'lijst', verder: String(verder + PAGE) };
  return {
    type: 'message',
    title: t('workspace.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: t('workspace.count', { count: all.length }) },
      ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
      { type: 'actions', actions: [code] },
    ],
    ...(all.length > verder + PAGE
      ? { next: { label: t('render.next-page'), command: 'werkruimte', args: more } }
      : {}),
    refresh: {
      command: 'werkruimte',
      args: {
        doe: 'lijst',
        ...(id ? { werkruimte: id } : {}),
        ...(verder ? { verder: String(verder) } : {}),
      },
    },
  };
}

async function line(context: Context, one: Tenant): Promise<ListItem> {
  const { t, store, locale } = context;
  const known = await store.getMany(one.organisations);
  const names = [...known.values()].map((organisation) => nameOf(organisation, locale)).join(', ');
  const day = (moment: string) => formatDate(dateHere(moment), locale);
  const state = one.goneAt
    ? t('workspace.gone', { date: day(one.goneAt) })
    : t('workspace.since', { date: day(one.installedAt) });
  const edit: Action = {
    label: t('workspace.edit'),
    command: 'werkruimte',
    args: { doe: 'wijzig', werkruimte: one.id },
    version: one.version,
    opensForm: true,
  };
  return {
    title: one.name,
    lines: [
      `${t(`workspace.${one.platform}`)}, ${state}`,
      names ? t('workspace.of', { names }) : t('workspace.of-nobody'),
    ],
    actions: [edit, ...(names ? [unlinkAction(context, one)] : [])],
  };
}

function unlinkAction({ t }: Context, { id, version }: Tenant): Action {
  return {
    label: t('workspace.unlink'),
    command: 'werkruimte',
    args: { doe: 'ontkoppel', werkruimte: id },
    version,
  };
}
