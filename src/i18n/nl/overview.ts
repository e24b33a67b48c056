/** Someone's own overview: what waits, what is theirs and what comes. */
export const overview = {
  'command.overzicht.title': 'Mijn overzicht',
  'command.overzicht.summary':
    'Alles van jou bij elkaar: herinneringen, taken, campagnes, acties en de komende acht weken',
  'overview.nothing':
    'Er wacht niets op je en de komende weken staat er niets in de kalender. Fijn: tijd om iets nieuws te plannen.',
  'overview.all-reminders': 'Alle herinneringen',
  'overview.tasks': 'Mijn taken',
  'overview.campaigns': 'Mijn campagnes',
  'overview.actions': 'Mijn acties uit het plan',
  'overview.weeks': 'De komende {count, plural, one {week} other {# weken}}',
  'overview.week': 'Week {week} ({days})',
  'overview.all-weeks': 'Alle {count} in de kalender',
  'overview.calendar': 'Naar de kalender',
  'overview.picture':
    'Tijdlijn van de komende {weeks, plural, one {week} other {# weken}}: {count, plural, =0 {er staat niets in} one {1 moment} other {# momenten}}.',
  'overview.first': 'Het eerst: {title}, vanaf {date}.',
  'overview.last': 'Het laatst: {title}, vanaf {date}.',
  'overview.settings': 'Instellingen',
  'overview.set': 'Taal: {language}. Werktijden: {from}-{until} ({zone}).',
};
