/** Contacts for each fraud form. */
export const contact = {
  'command.contacten.title': 'Contacten per fraudevorm',
  'command.contacten.summary':
    'Wie je bij een partner kunt bereiken over een fraudevorm; alleen voor partners',
  'command.contacten.submit': 'Opslaan',
  'field.waarvoor': 'Waarvoor',
  'field.bereikbaar': 'Hoe te bereiken',
  'field.geldig': 'Geldig tot en met',
  'hint.contacten.doe': 'Voor een lijst hoef je hieronder niets in te vullen.',
  'hint.contacten.vorm': 'Leeg: voor elke fraudevorm',
  'hint.contacten.organisatie': 'Leeg: je eigen organisatie. Een coördinator kan een andere kiezen.',
  'hint.contacten.waarvoor':
    'Nodig bij toevoegen. Waarvoor kun je hier terecht? Bijvoorbeeld: valse websites offline halen',
  'hint.contacten.wie': 'Een naam of een team. Mag leeg blijven.',
  'hint.contacten.bereikbaar':
    'Nodig bij toevoegen. Telefoon, e-mail, tijden. Alleen partners zien dit, nooit een kanaal.',
  'hint.contacten.geldig':
    'Nodig bij toevoegen. Twee weken ervoor vraag ik of het nog klopt. Daarna zien anderen het niet meer.',
  'choice.verwijder': 'verwijderen',
  'choice.contact': 'contacten',
  'kind.contact': 'Contacten',
  'contact.title': 'Contacten bij partners',
  'contact.title-about': 'Contacten bij partners: {about}',
  'contact.count': '{count, plural, =0 {Er staat nog geen contact.} one {1 contact.} other {# contacten.}}',
  'contact.private-only':
    'Contacten zijn alleen voor partners. Vraag het mij in een privébericht; in een kanaal kan iedereen meelezen.',
  'contact.for': 'voor {forms}',
  'contact.every-form': 'elke fraudevorm',
  'contact.valid': 'geldig t/m {date}',
  'contact.expired': 'VERLOPEN op {date}: alleen je eigen organisatie en coördinatoren zien dit nog',
  'contact.added': 'Het contact staat erbij. Alleen partners zien het.',
  'contact.changed': 'Het contact is aangepast.',
  'contact.removed': 'Het contact "{role}" is verwijderd, met de gegevens erbij.',
  'do.contacts': 'Alle contacten',
  'do.add-contact': 'Contact toevoegen',
  'do.remove-contact': 'Verwijderen',
  'do.renew-contact': 'Nakijken en verlengen',
} as const;
