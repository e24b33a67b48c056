import type { Scope } from '../access/visibility.ts';
import type { Store } from '../ports.ts';
import type { Id } from '../shared/record.ts';
import type { Contact } from './contact.ts';

/** Which contacts are asked for; without a form or an organisation those of all. */
export interface ContactQuestion {
  form?: Id<'form'> | undefined;
  organisation?: Id<'organisation'> | undefined;
}

/**
 * The contacts that may be shown on a day: for the form first, then those for every form, each by organisation.
 * One whose last day is past is shown to its own organisation and to coordinators alone, last.
 */
export async function findContacts(
  store: Store,
  scope: Scope,
  today: Temporal.PlainDate,
  { form, organisation }: ContactQuestion,
): Promise<Contact[]> {
  const all = (await store.list('contact', scope)).filter(
    (one) =>
      isShownContact(one, scope, today) &&
      (!organisation || one.organisation === organisation) &&
      (!form || one.forms.length === 0 || one.forms.includes(form)),
  );
  const place = (one: Contact): string =>
    [isExpired(one, today) ? 1 : 0, one.forms.length === 0 ? 1 : 0, one.organisation, one.role].join(' ');
  return all.sort((a, b) => (place(a) < place(b) ? -1 : 1));
}

/** Whether a contact that the scope may see is shown on this day. */
export function isShownContact(contact: Contact, scope: Scope, today: Temporal.PlainDate): boolean {
  if (contact.removed) return false;
  return !isExpired(contact, today) || scope.everything || scope.organisations.includes(contact.organisation);
}

/** Whether its last day is past. */
export function isExpired({ validUntil }: Contact, today: Temporal.PlainDate): boolean {
  return validUntil < today.toString();
}
