/** Contacts for each fraud form. */
export const contact = {
  'command.contacten.title': 'Contacts for each fraud form',
  'command.contacten.summary': 'Whom you can reach at a partner about a form of fraud; for partners only',
  'command.contacten.submit': 'Save',
  'field.waarvoor': 'What for',
  'field.bereikbaar': 'How to reach',
  'field.geldig': 'Valid until',
  'hint.contacten.doe': 'For a list you need not fill in anything below.',
  'hint.contacten.vorm': 'Empty: for every form of fraud',
  'hint.contacten.organisatie': 'Empty: your own organisation. A coordinator can choose another.',
  'hint.contacten.waarvoor':
    'Needed when adding. What can one come here for? For example: taking down false websites',
  'hint.contacten.wie': 'A name or a team. May stay empty.',
  'hint.contacten.bereikbaar':
    'Needed when adding. Telephone, e-mail, hours. Only partners see this, never a channel.',
  'hint.contacten.geldig':
    'Needed when adding. Two weeks before, I ask whether it still holds. After it others do not see it any more.',
  'choice.verwijder': 'remove',
  'choice.contact': 'contacts',
  'kind.contact': 'Contacts',
  'contact.title': 'Contacts at partners',
  'contact.title-about': 'Contacts at partners: {about}',
  'contact.count': '{count, plural, =0 {No contact is known yet.} one {1 contact.} other {# contacts.}}',
  'contact.private-only':
    'Contacts are for partners only. Ask me in a private message; in a channel anyone may read along.',
  'contact.for': 'for {forms}',
  'contact.every-form': 'every form of fraud',
  'contact.valid': 'valid until {date}',
  'contact.expired': 'EXPIRED on {date}: only your own organisation and coordinators still see this',
  'contact.added': 'The contact was added. Only partners see it.',
  'contact.changed': 'The contact was changed.',
  'contact.removed': 'The contact "{role}" was removed, with its details.',
  'do.contacts': 'All contacts',
  'do.add-contact': 'Add a contact',
  'do.remove-contact': 'Remove',
  'do.renew-contact': 'Check and renew',
} as const;
