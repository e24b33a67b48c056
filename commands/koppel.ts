import { z } from 'zod';
import { type Context, defineCommand, type Origin } from '../src/command/command.ts';
import { optional, ref, text } from '../src/command/fields.ts';
import { standingReply } from '../src/command/standing-reply.ts';
import { Refusal } from '../src/core/errors.ts';
import { nameOf } from '../src/domain/names.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { useLinkCode } from '../src/domain/tenant/link-tenant.ts';
import { tenantId } from '../src/domain/tenant/tenant.ts';
import { meet } from '../src/domain/tenant/who-asks.ts';
import type { Action, Message } from '../src/reply/reply.ts';

const args = z.object({
  code: optional(text({ positional: true, max: 60, fleeting: true })),
  organisatie: optional(ref('organisation', { names: ['organisation'], hidden: true })),
});

export const koppel = defineCommand({
  name: 'koppel',
  aliases: ['link', 'koppelen'],
  access: 'anyone',
  args,
  examples: ['K7QF-M2XR-9DTW'],
  run: async (context, { code, organisatie }) => {
    const { from } = context;
    if (!from) throw new Refusal('link-where');
    if (organisatie) return place(context, from, organisatie);
    if (code) return link(context, from, code);
    if (from.standing !== 'known') return standingReply(context);
    throw new Refusal('argument-missing', {}, 'code');
  },
});

async function link(context: Context, from: Origin, code: string): Promise<Message> {
  const { t, store, by, locale } = context;
  if ((await from.profile()).guest) throw new Refusal('link-guest');
  const linked = await useLinkCode(store, by, from, code);
  const ids = linked.type === 'tenant' ? linked.organisations : [linked.person];
  const names = [...(await store.getMany(ids)).values()].map((one) => nameOf(one, locale)).join(', ');
  const isShared = linked.type === 'tenant' && linked.organisations.length > 1;
  return told(context, t(isShared ? 'link.tenant-shared' : `link.${linked.type}`, { names }));
}

/** Who comes in as a reader of one of the organisations that share the workspace. */
async function place(context: Context, from: Origin, organisation: Id<'organisation'>): Promise<Message> {
  const { store, ids, now, t, locale } = context;
  const here = await store.get(tenantId(from.platform, from.tenant));
  if (from.standing !== 'unplaced' || !here?.organisations.includes(organisation))
    throw new Refusal('link-placed');
  await meet(from, await from.profile(), organisation, { store, now, newId: ids });
  const chosen = await store.get(organisation);
  return told(context, t('link.placed', { names: chosen ? nameOf(chosen, locale) : '' }));
}

function told({ t }: Context, text: string): Message {
  const ask = (command: string): Action => ({
    label: t(`command.${command}.title` as never),
    command,
    args: {},
  });
  return {
    type: 'message',
    title: t('command.koppel.title'),
    audience: 'private',
    sections: [
      { type: 'notice', tone: 'success', text },
      { type: 'actions', actions: [ask('kalender'), ask('help')] },
    ],
  };
}
