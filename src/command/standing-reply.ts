import { nameOf } from '../domain/names.ts';
import { tenantId } from '../domain/tenant/tenant.ts';
import type { Reply } from '../reply/reply.ts';
import type { Context } from './command.ts';

/** The one command for who is not known yet. */
export const LINKING = 'koppel';

/** Whether someone asks from a chat platform without being known here: then nothing but linking is open. */
export function isStranger({ from }: Pick<Context, 'from'>): boolean {
  return from !== undefined && from.standing !== 'known';
}

/** What to do to be known; it tells nothing of what there is. */
export async function standingReply(context: Context): Promise<Reply> {
  const { t, from, publicUrl } = context;
  if (from?.standing === 'unplaced') return placeChoice(context);
  const standing = from?.standing === 'guest' || from?.standing === 'inactive' ? from.standing : 'unlinked';
  const typed = from?.platform === 'slack' ? '/campagne koppel' : LINKING;
  const text = t(`standing.${standing}`, { url: publicUrl, typed });
  const enter = { label: t('standing.enter-code'), command: LINKING, args: {}, opensForm: true };
  const more = standing === 'unlinked' ? [{ type: 'actions' as const, actions: [enter] }] : [];
  return {
    type: 'message',
    title: t(`standing.${standing}-title`),
    audience: 'private',
    sections: [{ type: 'notice', tone: 'info', text }, ...more],
  };
}

/** A workspace of several organisations: for which one does this person work? */
async function placeChoice({ t, from, store, locale }: Context): Promise<Reply> {
  const here = from && (await store.get(tenantId(from.platform, from.tenant)));
  const organisations = await store.getMany(here?.organisations ?? []);
  return {
    type: 'choice',
    question: t('standing.unplaced'),
    options: [...organisations.values()].map((one) => ({
      label: nameOf(one, locale),
      action: { label: nameOf(one, locale), command: LINKING, args: { organisatie: one.id } },
    })),
  };
}
