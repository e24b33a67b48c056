/** Someone's own overview: what waits, what is theirs and what comes. */
export const overview = {
  'command.overzicht.title': 'My overview',
  'command.overzicht.summary':
    'Everything of yours together: reminders, tasks, campaigns, actions and the next eight weeks',
  'overview.nothing':
    'Nothing waits for you and nothing is in the calendar in the next weeks. Good: time to plan something new.',
  'overview.all-reminders': 'All reminders',
  'overview.tasks': 'My tasks',
  'overview.campaigns': 'My campaigns',
  'overview.actions': 'My actions of the plan',
  'overview.weeks': 'The next {count, plural, one {week} other {# weeks}}',
  'overview.week': 'Week {week} ({days})',
  'overview.all-weeks': 'All {count} in the calendar',
  'overview.calendar': 'To the calendar',
  'overview.picture':
    'Timeline of the next {weeks, plural, one {week} other {# weeks}}: {count, plural, =0 {nothing is in it} one {1 moment} other {# moments}}.',
  'overview.first': 'First: {title}, from {date}.',
  'overview.last': 'Last: {title}, from {date}.',
  'overview.settings': 'Settings',
  'overview.set': 'Language: {language}. Working hours: {from}-{until} ({zone}).',
};
