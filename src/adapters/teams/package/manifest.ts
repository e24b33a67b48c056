import type { Command } from '../../../command/command.ts';
import type { Locale } from '../../../core/locale.ts';
import { unfurlDomain } from '../../../core/unfurl-domain.ts';
import { translator } from '../../../i18n/translate.ts';
import { commandLists } from './command-lists.ts';
import { messageExtension } from './message-extension.ts';

/** The version of Microsoft's schema; 1.29 is the first with slash commands and answers for one reader. */
export const MANIFEST_VERSION = '1.29';

const SCHEMAS = `https://developer.microsoft.com/json-schemas/teams/v${MANIFEST_VERSION}`;
export const LOCALISATION_SCHEMA = `${SCHEMAS}/MicrosoftTeams.Localization.schema.json`;

/** The language of the manifest itself. Whoever has Teams in another one than those of the other files gets this. */
export const DEFAULT_LOCALE = 'nl' satisfies Locale;
export const OTHER_LOCALES = ['en'] as const satisfies readonly Locale[];

/** The names of the files in the package. */
export const FILES = { manifest: 'manifest.json', color: 'color.png', outline: 'outline.png' } as const;
export const languageFile = (locale: Locale): string => `${locale}.json`;

export interface PackageOptions {
  /** Of the app in Microsoft Entra: a GUID. */
  clientId: string;
  /** Without a slash at the end. */
  publicUrl: string;
  /** Of this program; Teams takes a changed package only when it has a higher one. */
  version: string;
  commands: readonly Command[];
}

export type TeamsManifest = ReturnType<typeof teamsManifest>;

/** White text on it has a contrast of 10. */
const COLOUR = '#154273';

/**
 * What Teams knows of the app, with its texts in one language. Its id is the client id: each Entra app is the bot of
 * one Teams app, the id stays the same for every package, and an administrator sees what belongs together.
 */
export function teamsManifest(options: PackageOptions, locale: Locale = DEFAULT_LOCALE) {
  const { clientId, publicUrl, version, commands } = options;
  const t = translator(locale);
  const domain = unfurlDomain(publicUrl);
  const site = `${publicUrl}/`;
  return {
    $schema: `${SCHEMAS}/MicrosoftTeams.schema.json`,
    manifestVersion: MANIFEST_VERSION,
    version,
    id: clientId,
    developer: { name: t('chat.app-name'), websiteUrl: site, privacyUrl: site, termsOfUseUrl: site },
    name: { short: t('chat.app-name'), full: t('teams-app.full-name') },
    description: { short: t('teams-app.short'), full: t('teams-app.long') },
    localizationInfo: {
      defaultLanguageTag: DEFAULT_LOCALE,
      additionalLanguages: OTHER_LOCALES.map((tag) => ({ languageTag: tag, file: languageFile(tag) })),
    },
    icons: { color: FILES.color, outline: FILES.outline },
    accentColor: COLOUR,
    bots: [
      {
        botId: clientId,
        scopes: ['personal', 'team', 'groupChat'],
        supportsFiles: false,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: commandLists(commands, t),
      },
    ],
    composeExtensions: [messageExtension(clientId, domain, t)],
    // Who installs it reads these two: the bot knows people by their account, and sends them reminders.
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: domain === undefined ? [] : [domain],
  };
}
