import type { Trigger } from '../../src/domain/nudge/rule.ts';

/** The kinds of reminder as they are typed; that a message could not be delivered is never muted. */
export const KINDS = {
  datum: 'date-open',
  reeks: 'series-gap',
  voorbereiding: 'preparation',
  moment: 'hook',
  taak: 'task-due',
  'taak-te-laat': 'task-overdue',
  uitnodiging: 'invitation',
  overlap: 'overlap',
  verzet: 'moved',
  'gaat-niet-door': 'cancelled',
  evaluatie: 'evaluation',
  actie: 'action-due',
  'actie-te-laat': 'action-overdue',
  'doorlopende-actie': 'action-pulse',
  afhandelen: 'settle',
  voorstel: 'proposal',
  'voorstel-aanpak': 'practice-proposal',
  'besluit-aanpak': 'practice-decided',
  aanpak: 'practice-review',
  meldpunt: 'help-point-check',
  verouderd: 'outdated',
  'contact-verloopt': 'contact-expires',
  contactpersoon: 'no-contact',
  nieuwsbrief: 'newsletter',
} as const satisfies Record<string, Trigger>;

export const KIND_WORDS = Object.keys(KINDS) as [keyof typeof KINDS, ...(keyof typeof KINDS)[]];
