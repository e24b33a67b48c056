/** The picture of the coming weeks. */
export const timeline = {
  'timeline.title': 'Campaigns in the coming {weeks, plural, one {week} other {# weeks}}',
  'timeline.week': 'week {week}',
  'timeline.today': 'today',
  'timeline.confirmed': 'date confirmed',
  'timeline.provisional': 'date provisional',
  'timeline.uncertain': 'not certain yet',
  'timeline.undated': 'date unknown',
  'timeline.unknown-or-uncertain': 'unknown or not certain yet',
  'timeline.inhaakmoment': 'outside moment',
  'timeline.mine': 'of your organisation',
  'timeline.days-provisional': '{days} (provisional)',
  'timeline.more': 'and {count} more that {count, plural, one {does} other {do}} not fit here',
  'timeline.untitled': 'title in another script',
  'timeline.empty': 'There is nothing in the calendar in these weeks.',
  'timeline.empty-hint': 'A quiet moment to plan something yourself.',
} as const;
