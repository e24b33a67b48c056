/** The picture of the coming weeks. */
export const timeline = {
  'timeline.title': 'Campagnes in de komende {weeks, plural, one {week} other {# weken}}',
  'timeline.week': 'week {week}',
  'timeline.today': 'vandaag',
  'timeline.confirmed': 'datum bevestigd',
  'timeline.provisional': 'datum voorlopig',
  'timeline.uncertain': 'nog niet zeker',
  'timeline.undated': 'datum onbekend',
  'timeline.unknown-or-uncertain': 'onbekend of nog niet zeker',
  'timeline.inhaakmoment': 'inhaakmoment',
  'timeline.mine': 'van je organisatie',
  'timeline.days-provisional': '{days} (voorlopig)',
  'timeline.more': 'en nog {count} die hier niet {count, plural, one {past} other {passen}}',
  'timeline.untitled': 'titel in een ander schrift',
  'timeline.empty': 'In deze weken staat er niets in de kalender.',
  'timeline.empty-hint': 'Een rustig moment om zelf iets te plannen.',
} as const;
