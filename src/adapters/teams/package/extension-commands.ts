/** What can be looked up from the message box: each finds records, and the card of one goes into the message. */
export const SEARCH_COMMANDS = ['campagne', 'aanpak', 'meldpunt'] as const;
export type SearchCommand = (typeof SEARCH_COMMANDS)[number];

/** The one parameter of each search: what is looked for. Before anybody typed, Teams sends `initialRun` in its place. */
export const SEARCH_PARAMETER = 'wat';

/** What stands in the menu of a message: it becomes the beginning of a signal, or of a practice. */
export const KEEP_COMMANDS = ['bewaar-signaal', 'bewaar-aanpak'] as const;
export type KeepCommand = (typeof KEEP_COMMANDS)[number];
