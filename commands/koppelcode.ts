import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { optional, ref, refs } from '../src/command/fields.ts';
import { formatInstant } from '../src/core/dates/format-date.ts';
import { Refusal } from '../src/core/errors.ts';
import { nameOf } from '../src/domain/names.ts';
import type { Id } from '../src/domain/shared/record.ts';
import { type LinkTarget, makeLinkCode } from '../src/domain/tenant/link-code.ts';
import type { Message } from '../src/reply/reply.ts';

const args = z.object({
  organisaties: optional(refs('organisation', { positional: true, names: ['organisatie', 'organisation'] })),
  persoon: optional(ref('person', { names: ['person'] })),
});

export const koppelcode = defineCommand({
  name: 'koppelcode',
  aliases: ['link-code', 'code'],
  access: 'coordinator',
  args,
  examples: ['politie', '"politie, nvb"'],
  run: async (context, given) => {
    const target = targetOf(given);
    const { code, expiresAt } = await makeLinkCode(context.store, context.by, target);
    return show(context, target, code, expiresAt);
  },
});

function targetOf({ organisaties, persoon }: z.infer<typeof args>): LinkTarget {
  if (organisaties && persoon) throw new Refusal('code-for-one', {}, 'persoon');
  if (persoon) return { person: persoon };
  if (!organisaties) throw new Refusal('argument-missing', {}, 'organisaties');
  return { organisations: organisaties };
}

async function show(context: Context, target: LinkTarget, code: string, expiresAt: string): Promise<Message> {
  const { t, store, locale, actor } = context;
  const ids: readonly Id[] = 'person' in target ? [target.person] : target.organisations;
  const names = [...(await store.getMany(ids)).values()].map((one) => nameOf(one, locale)).join(', ');
  const until = formatInstant(Temporal.Instant.from(expiresAt), actor.zone, locale);
  return {
    type: 'message',
    title: t('command.koppelcode.title'),
    audience: 'private',
    sections: [
      { type: 'fields', fields: [{ label: t('link.code'), value: [{ text: code, strong: true }] }] },
      { type: 'text', text: t('person' in target ? 'link.for-person' : 'link.for-tenant', { names, code }) },
      { type: 'notice', tone: 'info', text: t('link.once', { until }) },
    ],
  };
}
