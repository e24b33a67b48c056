/**
 * What Teams takes, in characters. Of the commands of a bot the documentation says 32 and 128; schema 1.29 allows
 * more, which not every client shows.
 */
export const PACKAGE_LIMITS = {
  nameShort: 30,
  nameFull: 100,
  descriptionShort: 80,
  descriptionFull: 4000,
  developerName: 32,
  commandLists: 3,
  commandsInList: 12,
  commandTitle: 32,
  commandDescription: 128,
  searchCommands: 10,
} as const;
