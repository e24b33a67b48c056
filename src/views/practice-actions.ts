import type { Actor } from '../domain/access/actor.ts';
import { isCoordinator, mayEditPractice, mayPropose } from '../domain/access/may.ts';
import { isOpen, wasPublished } from '../domain/practice/content.ts';
import { isWarning, type Practice } from '../domain/practice/practice.ts';
import type { Action } from '../reply/reply.ts';
import type { View } from './view.ts';

/** The buttons that make sense for this reader on this practice, the likeliest first. */
export function practiceActions(practice: Practice, actor: Actor, { t }: Pick<View, 't'>): Action[] {
  const { id, state, version } = practice;
  const button = (label: string, command: string, more: Partial<Action> = {}): Action => ({
    label,
    command,
    args: { praktijk: id, ...more.args },
    ...(more.opensForm ? { version, opensForm: true } : {}),
    ...(more.style ? { style: more.style } : {}),
  });
  const actions: Action[] = [];
  const mine = mayEditPractice(actor, practice);
  const isOut = wasPublished(practice);
  if (state === 'in-review' && isCoordinator(actor))
    actions.push(button(t('do.review'), 'beoordeel', { style: 'primary' }));
  if (isOpen(practice) && mine) actions.push(button(t('do.improve'), 'herzie', { opensForm: true }));
  if (state === 'published' && mayPropose(actor) && !isWarning(practice)) {
    actions.push(button(t('do.use-practice'), 'gebruik', { opensForm: true }));
    actions.push(button(t('do.choose-measure'), 'maatregel', { args: { doe: 'kies' }, opensForm: true }));
  }
  if (isOut && mayPropose(actor)) actions.push(button(t('do.revise'), 'herzie', { opensForm: true }));
  actions.push(button(t('do.versions'), 'versies'));
  if (mine && (isOpen(practice) || state === 'published'))
    actions.push(button(t('do.withdraw'), 'intrekken', { opensForm: true, style: 'danger' }));
  return actions;
}
