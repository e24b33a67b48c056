/** What Teams accepts. Newer pages speak of 100 kB a card; 28 kB is what every client takes. */
export const TEAMS_LIMITS = {
  cardBytes: 28_000,
  /** More actions in one set disappear behind a menu. */
  actionsPerSet: 6,
  tableColumns: 10,
  tableRows: 100,
} as const;

/** Our own choices, so that a card stays readable and one text cannot fill it. */
export const TEAMS_STYLE = {
  actionTitle: 75,
  /** Each button carries its data twice, once in its fallback. */
  actionBytes: 2000,
  /** A set is larger than this only when a single button is. */
  setBytes: 10_000,
  label: 200,
  choiceTitle: 200,
  choiceText: 300,
  textBytes: 4000,
  valueBytes: 6000,
  choicesBytes: 12_000,
  /** A table that goes on from card to card has parts of this size. */
  tableBytes: 12_000,
  /** How much of a title stands over each part of a long answer. */
  partTitle: 200,
  /** What an adapter may add to each part: two buttons to the other ones, at their largest. */
  wayOnBytes: 9500,
  fallbackText: 500,
  altText: 500,
} as const;

/** Where an action's meaning stands in the data of a pressed button; the inputs stand beside it. */
export const TEAMS_ACTION_KEY = 'cr';
