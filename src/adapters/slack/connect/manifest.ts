import type { AppsManifestCreateArguments } from '@slack/web-api';
import type { Command } from '../../../command/command.ts';
import { unfurlDomain } from '../../../core/unfurl-domain.ts';
import { hasMessage, translator } from '../../../i18n/translate.ts';
import { FROM_MESSAGE } from '../../chat/form-from-message.ts';
import { MAIN_COMMAND, SHORT_COMMANDS } from '../hear/commands.ts';
import { OPTIONAL_SCOPES, SLACK_SCOPES } from './scopes.ts';

/** The description of the app that api.slack.com makes it from, in version 2 of its schema. */
export type SlackManifest = AppsManifestCreateArguments['manifest'];

export interface ManifestOptions {
  /** Without a slash at the end. */
  publicUrl: string;
  /** Over Socket Mode Slack calls no address of ours, so none stands in it. */
  socketMode: boolean;
  /** The commands that there are: those with a slash of their own are described by their definitions. */
  commands: readonly Command[];
}

/** What the app listens to; listeners.ts does something with each, and a test holds both together. */
export const BOT_EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'link_shared',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

/** Texts of an app exist in one language only, and the partnership's is Dutch. */
const t = translator('nl');

/** The bot's name in a mention: Slack takes small letters, figures, hyphens, underscores and full stops. */
const BOT_NAME = 'campagneregie';

/** White text on it has a contrast of 10. */
const COLOUR = '#154273';

/** The app's manifest, with everything that this program needs and nothing more. */
export function slackManifest({ publicUrl, socketMode, commands }: ManifestOptions): SlackManifest {
  const events = `${publicUrl}/slack/events`;
  const url = socketMode ? {} : { url: events };
  const requestUrl = socketMode ? {} : { request_url: events };
  const domain = unfurlDomain(publicUrl);
  return {
    _metadata: { major_version: 2, minor_version: 1 },
    display_information: {
      name: t('chat.app-name'),
      description: t('slack.manifest-short'),
      long_description: t('slack.manifest-long'),
      background_color: COLOUR,
    },
    features: {
      app_home: {
        home_tab_enabled: true,
        messages_tab_enabled: true,
        messages_tab_read_only_enabled: false,
      },
      bot_user: { display_name: BOT_NAME, always_online: true },
      shortcuts: FROM_MESSAGE.map((name) => ({
        name: t(`chat.keep-${name}`),
        type: 'message' as const,
        callback_id: name,
        description: t(`slack.shortcut-${name}`),
      })),
      slash_commands: slashCommands(commands).map((command) => ({
        ...command,
        ...url,
        should_escape: false,
      })),
      ...(domain === undefined ? {} : { unfurl_domains: [domain] }),
    },
    oauth_config: {
      ...(socketMode ? {} : { redirect_urls: [`${publicUrl}/slack/oauth_redirect`] }),
      // Slack wants what is optional in both lists: the second says which of the first may be left off.
      scopes: { bot: [...SLACK_SCOPES, ...OPTIONAL_SCOPES], bot_optional: [...OPTIONAL_SCOPES] },
    },
    settings: {
      event_subscriptions: { ...requestUrl, bot_events: [...BOT_EVENTS] },
      interactivity: {
        is_enabled: true,
        ...requestUrl,
        ...(socketMode ? {} : { message_menu_options_url: events }),
      },
      org_deploy_enabled: true,
      socket_mode_enabled: socketMode,
      token_rotation_enabled: false,
    },
  };
}

function slashCommands(commands: readonly Command[]) {
  const short = SHORT_COMMANDS.map((name) => {
    const found = commands.find((command) => command.name === name);
    const summary = `command.${name}.summary`;
    if (!found || !hasMessage(summary)) throw new Error(`there is no command ${name}`);
    const [hint = ''] = found.examples;
    return { command: `/${name}`, description: t(summary), ...(hint ? { usage_hint: hint } : {}) };
  });
  const hint = t('slack.command-hint');
  return [{ command: MAIN_COMMAND, description: t('slack.command-main'), usage_hint: hint }, ...short];
}
