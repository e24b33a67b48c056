import { z } from 'zod';
import { type Command, type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, text } from '../src/command/fields.ts';
import { createRegistry } from '../src/command/registry.ts';
import { mayUse, runRequest } from '../src/command/run.ts';
import { Refusal } from '../src/core/errors.ts';
import type { Draft } from '../src/domain/draft/drafts.ts';
import type { Action, Message, Reply } from '../src/reply/reply.ts';
import { draftLine } from '../src/views/draft-line.ts';
import { draftShown, keptText } from './shared/draft-shown.ts';

const PAGE = 10;
/** Longer than this fits in no button; such a draft is looked up when it is asked for. */
const BUTTON_BYTES = 1_500;

const args = z.object({
  concept: optional(text({ positional: true, hidden: true, max: 20 })),
  doe: optional(choice(['toon', 'wis'], { hidden: true, names: ['do'] })),
  verder: optional(text({ hidden: true, max: 20 })),
});

/** What the asker began to fill in and did not send; `commands` is asked late, since this is one of them. */
export function conceptCommand(commands: () => readonly Command[]): Command {
  /** The command whose form it is; undefined when there is none any more, or yet, for the asker. */
  const commandOf = (context: Context, { command }: Draft): Command | undefined =>
    commands().find(({ name, access }) => name === command && mayUse(access, context));

  const list = async (context: Context, after: string | undefined): Promise<Message> => {
    const { t, drafts } = context;
    const all = await drafts.list(asker(context));
    const from = all.findIndex(({ id }) => id === after) + 1;
    const page = all.slice(from, from + PAGE);
    const shown = await draftShown(context, page, (draft) => commandOf(context, draft));
    const items = shown.map((one) =>
      draftLine(one, context, [
        goOn(context, one.draft, commandOf(context, one.draft)),
        away(context, one.draft),
      ]),
    );
    const last = page.at(-1)?.id;
    return {
      type: 'message',
      title: t('command.concept.title'),
      audience: 'private',
      sections: [
        {
          type: 'text',
          text:
            all.length > 0
              ? t('draft.count', { count: all.length })
              : t(context.from?.platform === 'teams' ? 'draft.none-teams' : 'draft.none'),
        },
        ...(items.length > 0 ? [{ type: 'list' as const, items }] : []),
      ],
      ...(last !== undefined && all.length > from + PAGE
        ? { next: { label: t('render.next-page'), command: 'concept', args: { verder: last } } }
        : {}),
      refresh: { command: 'concept', args: after === undefined ? {} : { verder: after } },
    };
  };

  const open = async (context: Context, id: string, showsText: boolean): Promise<Reply> => {
    const draft = await context.drafts.get(asker(context), id);
    if (!draft) throw new Refusal('draft-gone');
    const command = commandOf(context, draft);
    if (!command || showsText) return kept(context, draft, command);
    const request = { command: command.name, args: draft.args, opensForm: true };
    return runRequest(createRegistry(commands()), context, request);
  };

  const kept = async (context: Context, draft: Draft, command: Command | undefined): Promise<Message> => {
    const [shown] = await draftShown(context, [draft], () => command);
    const onward = command ? [goOn(context, draft, command)] : [];
    const all: Action = { label: context.t('draft.all'), command: 'concept', args: {} };
    return {
      type: 'message',
      title: shown?.title ?? '',
      audience: 'private',
      sections: [
        { type: 'fields', fields: await keptText(context, draft, command) },
        { type: 'actions', actions: [...onward, away(context, draft), all] },
      ],
      refresh: { command: 'concept', args: { concept: draft.id, doe: 'toon' } },
    };
  };

  const remove = async (context: Context, id: string): Promise<Message> => {
    await context.drafts.remove(asker(context), id);
    const shown = await list(context, undefined);
    const done = { type: 'notice' as const, tone: 'success' as const, text: context.t('draft.removed') };
    return { ...shown, sections: [done, ...shown.sections] };
  };

  return defineCommand({
    name: 'concept',
    aliases: ['concepten', 'draft', 'drafts'],
    access: 'reader',
    args,
    examples: [''],
    run: async (context, { concept, doe, verder }): Promise<Reply> => {
      if (concept === undefined) return list(context, verder);
      return doe === 'wis' ? remove(context, concept) : open(context, concept, doe === 'toon');
    },
  });
}

function asker({ actor }: Context): Draft['person'] {
  if (!actor.person) throw new Refusal('not-found');
  return actor.person;
}

/** Opens the form as it was left, or shows what was written where there is no such form. */
function goOn({ t }: Context, { id, args }: Draft, command: Command | undefined): Action {
  if (!command)
    return { label: t('do.show'), command: 'concept', args: { concept: id, doe: 'toon' }, style: 'primary' };
  const label = t('draft.go-on');
  if (Buffer.byteLength(JSON.stringify(args)) > BUTTON_BYTES)
    return { label, command: 'concept', args: { concept: id }, style: 'primary' };
  return { label, command: command.name, args, opensForm: true, style: 'primary' };
}

function away({ t }: Context, { id }: Draft): Action {
  return { label: t('draft.remove'), command: 'concept', args: { concept: id, doe: 'wis' } };
}
