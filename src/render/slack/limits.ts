/** What Slack accepts, by its documentation and type declarations; counts are UTF-16 units. */
export const SLACK_LIMITS = {
  messageBlocks: 50,
  viewBlocks: 100,
  /** `msg_blocks_too_long` comes near here, though no page says so (bolt-js#2509). */
  messageCharacters: 13_200,
  /** What a block costs besides its JSON: there, one divider moved the limit by 125. */
  blockOverhead: 110,
  /** Larger views are refused as `view_too_large` from 250 kB; this leaves room for the envelope. */
  viewBytes: 240_000,
  topLevelText: 3000,
  header: 150,
  richText: 3000,
  contextText: 2000,
  actions: 25,
  buttonText: 75,
  buttonValueBytes: 2000,
  options: 100,
  optionText: 75,
  optionValue: 75,
  placeholder: 150,
  inputLabel: 2000,
  inputHint: 2000,
  inputText: 3000,
  viewTitle: 24,
  viewButton: 24,
  privateMetadata: 3000,
  callbackId: 255,
  actionId: 255,
  url: 3000,
  imageAlt: 2000,
  tablesPerMessage: 1,
  tableRows: 100,
  tableColumns: 20,
  tableCharacters: 10_000,
} as const;

/** Our own choices within those limits, so that a message stays readable. */
export const SLACK_STYLE = {
  choicesPerGroup: 10,
  choiceText: 300,
  entriesPerBlock: 5,
  buttonsPerBlockCharacters: 3000,
} as const;

/** Every button's action_id starts with this; its value says what it does. */
export const SLACK_ACTION_PREFIX = 'run:';
