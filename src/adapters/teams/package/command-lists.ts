import type { Command } from '../../../command/command.ts';
import { firstWords } from '../../../core/first-words.ts';
import { hasMessage, type Translate } from '../../../i18n/translate.ts';
import { MENU_COMMANDS } from './menu-commands.ts';
import { PACKAGE_LIMITS } from './package-limits.ts';

/** The menus of commands: one for teams and group chats, also behind a slash, and one for the private chat. */
export function commandLists(commands: readonly Command[], t: Translate) {
  const menu = (names: readonly string[]) => names.map((name) => menuEntry(name, commands, t));
  return [
    {
      scopes: ['team', 'groupChat'],
      triggers: ['mention', 'slash'],
      commands: menu(MENU_COMMANDS.channel),
    },
    // A private chat has no answers for one reader only, so no slash commands: whoever types is alone anyway.
    { scopes: ['personal'], triggers: ['mention'], commands: menu(MENU_COMMANDS.personal) },
  ];
}

/** The title is what Teams puts into the message, so it is the command's name in every language. */
function menuEntry(name: string, commands: readonly Command[], t: Translate) {
  const summary = `command.${name}.summary`;
  if (!commands.some((command) => command.name === name) || !hasMessage(summary))
    throw new Error(`there is no command ${name}`);
  return { title: name, description: firstWords(t(summary), PACKAGE_LIMITS.commandDescription) };
}
