import { createHash } from 'node:crypto';
import { Refusal, SetupError, StaleRecordError } from '../core/errors.ts';
import { foldText } from '../core/ids.ts';
import { findByName } from '../domain/find-by-name.ts';
import { namesOf } from '../domain/names.ts';
import type { Id } from '../domain/shared/record.ts';
import type { Reply } from '../reply/reply.ts';
import { fieldsOf } from './bind.ts';
import type { Access, Command, Context, FieldValue, Request } from './command.ts';
import { conflictReply } from './conflict-reply.ts';
import { formFor } from './form.ts';
import { type Interpreted, interpret } from './interpret.ts';
import { accessReply, choiceReply, refusalReply, unknownCommandReply } from './problem-replies.ts';
import type { Registry } from './registry.ts';
import { isStranger, LINKING, standingReply } from './standing-reply.ts';

/**
 * Carries out a request: access, arguments, preview, the command itself. Whatever a person can mend comes
 * back as a reply; only faults of the program itself are thrown.
 */
export async function runRequest(registry: Registry, around: Context, request: Request): Promise<Reply> {
  const by = { ...around.by, ...seenAndKeyed(request) };
  const context = { ...around, emptied: emptiedIn(request.args), by };
  const command = registry.find(request.command);
  if (isStranger(context) && command?.name !== LINKING) return standingReply(context);
  if (!command) return unknownReply(registry, context, request);
  if (!mayUse(command.access, context)) return accessReply(context, command);
  const args = withoutEmpty(request.args);
  try {
    return withShareable(registry, await answer(context, command, { ...request, args }));
  } catch (error) {
    if (error instanceof StaleRecordError)
      return conflictReply(context, command, { ...request, args }, error);
    if (!(error instanceof Refusal)) throw error;
    if (error.field === undefined) return refusalReply(context, error);
    // Only the command's name, which needs more: its form, without reproaches.
    if (error.code === 'argument-missing' && Object.keys(args).length === 0)
      return formFor(context, command, { values: {} });
    const errors = { [error.field]: refusalText(context, error) };
    const values = { ...args, ...(await meantIn(context, command, args)) };
    return formFor(context, command, { values, given: args, errors, version: request.version });
  }
}

/** What anyone may ask for can be shared; who shares it shows what everyone may see of it. */
function withShareable(registry: Registry, reply: Reply): Reply {
  if (reply.type !== 'message' || !reply.refresh || reply.shareable !== undefined) return reply;
  const isForAnyone = registry.find(reply.refresh.command)?.access === 'anyone';
  return isForAnyone ? { ...reply, shareable: true } : reply;
}

/** What the asker saw, and the name of this submission: with other answers it is another submission. */
function seenAndKeyed({ version, key, args }: Request): { version?: number; key?: string } {
  return {
    ...(version === undefined ? {} : { version }),
    ...(key === undefined
      ? {}
      : {
          key: createHash('sha256')
            .update(JSON.stringify([key, args]))
            .digest('base64url'),
        }),
  };
}

/**
 * No command: perhaps a slip of one, which is offered; perhaps the name of a campaign, or a part of it, which
 * is shown or asked back about.
 */
async function unknownReply(
  registry: Registry,
  context: Context,
  { command, line = command }: Request,
): Promise<Reply> {
  const found =
    line.length > 3 ? await findByName(context.store, context.scope, ['campaign'], line, context.today) : [];
  const names = found.flatMap(namesOf).map(foldText);
  const asked = foldText(line);
  // Whole words of a name, "week", are meant as a name even when they also begin a command.
  const holdsWords = names.some((name) => ` ${name} `.includes(` ${asked} `));
  const holdsIt = names.some((name) => name.includes(asked));
  if (holdsWords || (holdsIt && registry.nearest(line).length === 0))
    return runRequest(registry, context, { command: 'toon', args: { wat: line } });
  return unknownCommandReply(context, registry, command);
}

async function answer(context: Context, command: Command, request: Request): Promise<Reply> {
  const read = await interpret(context, command, request.args);
  if (read.type === 'unclear') return choiceReply(context, command, request, read);
  if (request.opensForm || isBare(context, command, request, read) || saysNothing(request, read))
    return openForm(context, command, request, read.values);
  if (read.type === 'errors') {
    const prefilled = await prefill(context, command, read.values);
    const meant = { ...recordsMeant(command, read.values), ...subjectShown(command, prefilled) };
    return formFor(context, command, {
      values: { ...prefilled, ...request.args, ...meant, ...read.masked },
      given: request.args,
      errors: read.errors,
      version: request.version,
    });
  }
  if (command.preview && !request.confirmed) {
    const confirm = await command.preview(context, read.values as never);
    if (confirm) return confirm;
  }
  return command.run(context, read.values as never);
}

/** Only the command's name, which needs more: its form, without reproaches. */
function saysNothing({ args }: Request, read: Interpreted): boolean {
  return read.type === 'errors' && Object.keys(args).length === 0;
}

/** Only told what to change, not how: then the form asks, filled with what is there now. */
function isBare({ emptied }: Context, command: Command, { args }: Request, read: Interpreted): boolean {
  const asked = Object.keys(args);
  if (!command.prefill || !command.subject || read.type === 'unclear' || emptied.size > 0) return false;
  const isClear = read.values[command.subject] !== undefined;
  return isClear && asked.length === 1 && asked[0] === command.subject;
}

async function openForm(
  context: Context,
  command: Command,
  request: Request,
  read: Readonly<Record<string, unknown>>,
): Promise<Reply> {
  const prefilled = await prefill(context, command, read);
  const subject = subjectShown(command, prefilled);
  return formFor(context, command, {
    values: { ...prefilled, ...request.args, ...recordsMeant(command, read), ...subject },
    given: request.args,
    version: (await versionShown(context, command, { ...read, ...subject })) ?? request.version,
  });
}

/** What was named may lead to another record, which the form is about: a campaign to one's own evaluation of it. */
function subjectShown(
  { subject }: Command,
  prefilled: Readonly<Record<string, FieldValue>>,
): Readonly<Record<string, FieldValue>> {
  const meant = subject === undefined ? undefined : prefilled[subject];
  return subject === undefined || meant === undefined ? {} : { [subject]: meant };
}

/** The version of the record that the form is filled from: what is changed counts from what is seen in it. */
async function versionShown(
  { store }: Context,
  command: Command,
  read: Readonly<Record<string, unknown>>,
): Promise<number | undefined> {
  const subject = command.prefill && command.subject ? read[command.subject] : undefined;
  if (typeof subject !== 'string') return undefined;
  return (await store.get(subject as Id))?.version;
}

/** The records that names turned out to mean, by id: a list to choose from knows no names that were typed. */
function recordsMeant(command: Command, read: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  const refs = fieldsOf(command).filter(({ info }) => info.input === 'ref' || info.input === 'refs');
  return Object.fromEntries(
    refs.flatMap(({ name }) => (read[name] === undefined ? [] : [[name, read[name] as FieldValue]])),
  );
}

/** The same after a refusal, when only what was typed is left. */
async function meantIn(
  context: Context,
  command: Command,
  args: Request['args'],
): Promise<Record<string, FieldValue>> {
  const read = await interpret(context, command, args);
  return read.type === 'unclear' ? {} : recordsMeant(command, read.values);
}

/** The record as it is now, for commands that change one; nothing when the subject is not clear yet. */
async function prefill(
  context: Context,
  command: Command,
  read: Readonly<Record<string, unknown>>,
): Promise<Readonly<Record<string, FieldValue>>> {
  if (!command.prefill || !command.subject) return {};
  if (read[command.subject] === undefined) return {};
  const stored = await command.prefill(context, read);
  return Object.fromEntries(Object.entries(stored).filter(([name]) => !context.emptied.has(name)));
}

function refusalText({ t }: Context, error: Refusal): string {
  return t(`refusal.${error.code}` as never, error.params);
}

const RANK: Record<Access, number> = { anyone: 0, reader: 1, partner: 2, coordinator: 3 };
const ROLE_RANK = { outsider: 0, reader: 1, partner: 2, coordinator: 3, program: 3 };

/** Whether this person may give a command with this access. */
export function mayUse(access: Access, { actor }: Pick<Context, 'actor'>): boolean {
  return ROLE_RANK[actor.role] >= RANK[access];
}

function emptiedIn(args: Request['args']): Set<string> {
  return new Set(Object.keys(args).filter((name) => isBlank(args[name] ?? '')));
}

function withoutEmpty(args: Readonly<Record<string, FieldValue>>): Record<string, FieldValue> {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => !isBlank(value)));
}

/** Nothing but spaces is nothing. */
function isBlank(value: FieldValue): boolean {
  return typeof value === 'string' ? value.trim() === '' : value.length === 0;
}

/** Fields of a command that name its subject must exist: checked when the program is put together. */
export function checkCommand(command: Command): void {
  const names = fieldsOf(command).map(({ name }) => name);
  if (command.subject && !names.includes(command.subject))
    throw new SetupError(`${command.name}: its subject ${command.subject} is not one of its arguments`);
}
