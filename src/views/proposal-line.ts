import { HOME_ZONE } from '../core/clock.ts';
import { formatDate } from '../core/dates/format-date.ts';
import type { Actor } from '../domain/access/actor.ts';
import { isCoordinator, mayEditPractice } from '../domain/access/may.ts';
import { isOpen } from '../domain/practice/content.ts';
import type { Practice } from '../domain/practice/practice.ts';
import type { Action, ListItem } from '../reply/reply.ts';
import { evidenceMark } from './evidence.ts';
import { practiceTitle, reasonKey, sourcesLine } from './practice-line.ts';
import type { View } from './view.ts';

/** A proposal as one entry of a list: how it stands, what was said of it, whose it is, and the next step. */
export function proposalLine(practice: Practice, actor: Actor, view: View): ListItem {
  const { t, locale, today } = view;
  const { id, version, state, decision, revises, proposedAt, owner } = practice;
  const by = owner ? view.name(owner) : undefined;
  const day = proposedAt && Temporal.Instant.from(proposedAt).toZonedDateTimeISO(HOME_ZONE).toPlainDate();
  const lines = [
    ...(revises ? [t('practice.version-of', { title: view.name(revises) ?? '' })] : []),
    evidenceMark(practice, view),
    sourcesLine(practice, view),
    ...(day
      ? [t('practice.proposed-on', { date: formatDate(day.toString(), locale, today), by: by ?? '' })]
      : []),
    ...(decision?.reason && state !== 'published' && mayEditPractice(actor, practice)
      ? [t(reasonKey(practice), { reason: decision.reason })]
      : []),
  ];
  const actions: Action[] = [{ label: t('do.show'), command: 'toon', args: { wat: id } }];
  if (state === 'in-review' && isCoordinator(actor))
    actions.unshift({
      label: t('do.review'),
      command: 'beoordeel',
      args: { praktijk: id },
      style: 'primary',
    });
  else if (isOpen(practice) && mayEditPractice(actor, practice))
    actions.push({
      label: t('do.improve'),
      command: 'herzie',
      args: { praktijk: id },
      version,
      opensForm: true,
    });
  return { title: [{ text: practiceTitle(practice, view), strong: true }], lines, actions };
}
