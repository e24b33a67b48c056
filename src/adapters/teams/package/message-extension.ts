import type { MessageKey, Translate } from '../../../i18n/translate.ts';
import { KEEP_COMMANDS, type KeepCommand, SEARCH_COMMANDS, SEARCH_PARAMETER } from './extension-commands.ts';

/** As they are called everywhere. */
const KEEP_TITLES = {
  'bewaar-signaal': 'chat.keep-signaal',
  'bewaar-aanpak': 'chat.keep-aanpak',
} as const satisfies Record<KeepCommand, MessageKey>;

/** What stands in the message box and in the menu of a message, and which links get a card. */
export function messageExtension(botId: string, linkDomain: string | undefined, t: Translate) {
  return {
    botId,
    commands: [
      ...SEARCH_COMMANDS.map((name) => ({
        id: name,
        type: 'query',
        title: t(`teams-app.search-${name}`),
        description: t(`teams-app.search-${name}-about`),
        // What comes up before anybody typed is the nearest in time, or the best known.
        initialRun: true,
        context: ['compose', 'commandBox'],
        parameters: [
          {
            name: SEARCH_PARAMETER,
            title: t('teams-app.search-what'),
            description: t(`teams-app.search-${name}-what`),
            inputType: 'text',
          },
        ],
      })),
      ...KEEP_COMMANDS.map((name) => ({
        id: name,
        type: 'action',
        title: t(KEEP_TITLES[name]),
        description: t(`teams-app.${name}-about`),
        context: ['message'],
        fetchTask: true,
      })),
    ],
    ...(linkDomain === undefined
      ? {}
      : { messageHandlers: [{ type: 'link', value: { domains: [linkDomain] } }] }),
  };
}
