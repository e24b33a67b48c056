import { formatDate } from '../core/dates/format-date.ts';
import type { Contact } from '../domain/contact/contact.ts';
import { isExpired } from '../domain/contact/find-contacts.ts';
import type { Action, ListItem, Section } from '../reply/reply.ts';
import { nameList, type View } from './view.ts';

/** A contact as one entry of a list: what for, who, how to reach them and until when that holds. Never in a channel. */
export function contactLine(contact: Contact, view: View, mayChange: boolean): ListItem {
  const { t, locale, today, name } = view;
  const who = [name(contact.organisation), contact.name].filter((text) => text !== undefined).join(', ');
  const forms = nameList(view, contact.forms) || t('contact.every-form');
  const date = formatDate(contact.validUntil, locale, today);
  return {
    title: [{ text: contact.role, strong: true }],
    lines: [
      who,
      t('contact.for', { forms }),
      ...contact.reach.split('\n'),
      t(isExpired(contact, today) ? 'contact.expired' : 'contact.valid', { date }),
    ],
    ...(mayChange ? { actions: changes(contact, view) } : {}),
  };
}

function changes({ id, version }: Contact, { t }: View): Action[] {
  return [
    {
      label: t('do.edit'),
      command: 'contacten',
      args: { doe: 'wijzig', contact: id },
      version,
      opensForm: true,
    },
    {
      label: t('do.remove-contact'),
      command: 'contacten',
      args: { doe: 'verwijder', contact: id },
      version,
      style: 'danger',
    },
  ];
}

/** Contacts beside something else, with the way to all of them; nothing when there are none. */
export function contactSections(contacts: readonly Contact[], more: Action['args'], view: View): Section[] {
  if (contacts.length === 0) return [];
  const { t } = view;
  return [
    { type: 'heading', text: t('contact.title') },
    { type: 'list', items: contacts.slice(0, MOST_BESIDE).map((one) => contactLine(one, view, false)) },
    { type: 'actions', actions: [{ label: t('do.contacts'), command: 'contacten', args: more }] },
  ];
}

const MOST_BESIDE = 5;
