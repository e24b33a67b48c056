import { z } from 'zod';
import { fieldsOf } from '../src/command/bind.ts';
import { type Command, type Context, defineCommand } from '../src/command/command.ts';
import { optional, text } from '../src/command/fields.ts';
import { fieldLabel } from '../src/command/form.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { mayUse } from '../src/command/run.ts';
import { foldText } from '../src/core/ids.ts';
import { LOCALES } from '../src/core/locale.ts';
import { hasMessage, translator } from '../src/i18n/translate.ts';
import type { ListItem, Message, Section } from '../src/reply/reply.ts';

const args = z.object({
  waarover: optional(text({ positional: true, names: ['about', 'commando', 'command'] })),
});

/** Commands that are about the same; its name can be typed after help. */
export interface CommandGroup {
  name: 'campagnes' | 'kennis' | 'slachtoffers' | 'plan' | 'berichten' | 'beheer';
  commands: readonly Command[];
}

/** Help about all commands, made from their definitions; `groups` is asked late, since help is in one of them. */
export function helpCommands(groups: () => readonly CommandGroup[]): Command[] {
  const help = defineCommand({
    name: 'help',
    aliases: ['?', 'uitleg', 'commandos'],
    access: 'anyone',
    args,
    examples: ['', 'kalender', 'kennis'],
    run: async (context, { waarover }) => {
      const message = waarover ? helpOn(context, groups(), waarover) : helpOverview(context, groups());
      return { ...refreshable(message, 'help', { waarover }), shareable: false };
    },
  });
  const hulp = defineCommand({
    name: 'hulp',
    aliases: ['sos', 'opgelicht'],
    access: 'anyone',
    args,
    examples: [''],
    run: async (context) => {
      const overview = helpOverview(context, groups());
      const message = { ...overview, sections: [...victimFirst(context), ...overview.sections] };
      return { ...refreshable(message, 'hulp', {}), shareable: false };
    },
  });
  return [help, hulp];
}

/** Who types "hulp" may sit beside a victim: where to go comes first. */
function victimFirst({ t }: Context): Section[] {
  return [
    { type: 'notice', tone: 'info', text: t('help.victim') },
    {
      type: 'actions',
      actions: [{ label: t('help.where-to-go'), command: 'meldpunt', args: {}, style: 'primary' }],
    },
  ];
}

/** A command or a group that is called so; else all there is. */
function helpOn(context: Context, groups: readonly CommandGroup[], typed: string): Message {
  const word = foldText(typed);
  const isNamed = (one: Command): boolean => [one.name, ...one.aliases].includes(word);
  const command = groups.flatMap((group) => group.commands).find(isNamed);
  if (command) return helpAbout(context, command);
  const labels = ({ name }: CommandGroup): string[] =>
    [name, ...LOCALES.map((locale) => translator(locale)(`help.group-${name}`))].map(foldText);
  const group = groups.find((one) => labels(one).includes(word));
  return group ? helpGroup(context, group) : helpOverview(context, groups);
}

function helpOverview(context: Context, groups: readonly CommandGroup[]): Message {
  const { t } = context;
  const items = groups.flatMap((group): ListItem[] => {
    const names = usable(context, group).map(({ name }) => name);
    const show = { label: t('do.show'), command: 'help', args: { waarover: group.name } };
    const title = [{ text: t(`help.group-${group.name}`), strong: true }];
    return names.length > 0 ? [{ title, lines: [names.join(', ')], actions: [show] }] : [];
  });
  return {
    type: 'message',
    title: t('help.title'),
    audience: 'private',
    sections: [
      { type: 'text', text: t('help.intro', { role: roleText(context) }) },
      ...(context.from ? [{ type: 'text' as const, text: t(`${context.from.platform}.how-to-type`) }] : []),
      { type: 'list', items },
    ],
  };
}

function helpGroup(context: Context, group: CommandGroup): Message {
  const { t } = context;
  const items = usable(context, group).map((command) => ({
    title: [{ text: command.name, strong: true }],
    lines: [summary(context, command)],
    actions: [{ label: t('help.more'), command: 'help', args: { waarover: command.name } }],
  }));
  return {
    type: 'message',
    title: t(`help.group-${group.name}`),
    audience: 'private',
    sections: [
      { type: 'list', items },
      { type: 'actions', actions: [{ label: t('help.all'), command: 'help', args: {} }] },
    ],
  };
}

function usable(context: Context, { commands }: CommandGroup): Command[] {
  return commands.filter((command) => mayUse(command.access, context));
}

function roleText({ t, actor }: Context): string {
  return actor.role === 'program' ? t('role.coordinator') : t(`role.${actor.role}`);
}

function helpAbout(context: Context, command: Command): Message {
  const { t } = context;
  const fields = fieldsOf(command).filter(({ info }) => !info.hidden);
  const rows = fields.map(({ name, info }) => [
    info.input === 'flag' ? `--${name}` : `${name}:`,
    fieldLabel(t, name),
    info.required ? t('render.required') : t('render.optional'),
    info.options.join(', '),
  ]);
  return {
    type: 'message',
    title: command.name,
    audience: 'private',
    sections: [
      { type: 'text', text: summary(context, command) },
      ...(rows.length > 0
        ? [{ type: 'table' as const, caption: t('help.arguments'), columns: columns(t), rows }]
        : []),
      {
        type: 'text',
        text: t('help.examples', {
          examples: command.examples.map((words) => `${command.name} ${words}`.trim()).join('\n'),
        }),
      },
      { type: 'text', text: t('help.aliases', { names: command.aliases.join(', ') }) },
      {
        type: 'actions',
        actions: [{ label: t('help.try'), command: command.name, args: {}, opensForm: fields.length > 0 }],
      },
    ],
  };
}

function columns(t: Context['t']): string[] {
  return [t('help.column-type'), t('help.column-meaning'), t('help.column-needed'), t('help.column-choices')];
}

function summary({ t }: Context, command: Command): string {
  const key = `command.${command.name}.summary`;
  return hasMessage(key) ? t(key) : command.name;
}
