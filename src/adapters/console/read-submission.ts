import type { FieldValue, Request } from '../../command/command.ts';
import { decodeAction } from '../../render/action-value.ts';

/** What a posted form asks for: a typed line, or a command by button or form. */
export type Submission =
  | { type: 'line'; line: string; key: string }
  | { type: 'request'; request: Request; by: 'button' | 'form' };

type Body = Readonly<Record<string, unknown>>;

const ARGUMENT = 'arg:';

/**
 * Reads what the page's forms post: `line`, or `command` with `args` (a button) or `arg:<name>` fields (a
 * form), and `version`, `confirmed`, `opensForm`. Undefined when it is none of our forms. The page's `key`
 * names the submission: the same page sent again acts once.
 */
export function readSubmission(body: Body): Submission | undefined {
  const key = typeof body.key === 'string' ? body.key.slice(0, 100) : '';
  if (typeof body.line === 'string') return { type: 'line', line: body.line, key };
  if (typeof body.command !== 'string' || body.command === '') return undefined;
  const isButton = body.args !== undefined;
  const target = isButton ? targetOf(body) : { command: body.command, args: argumentsOf(body) };
  if (!target) return undefined;
  const version = versionOf(body.version);
  const request: Request = {
    ...target,
    ...(version === undefined ? {} : { version }),
    ...(body.confirmed === 'true' ? { confirmed: true } : {}),
    ...(body.opensForm === 'true' ? { opensForm: true } : {}),
  };
  return { type: 'request', request: { ...request, key }, by: isButton ? 'button' : 'form' };
}

/** A button's command and arguments, checked in the same way as those of a chat platform. */
function targetOf({ command, args }: Body): Pick<Request, 'command' | 'args'> | undefined {
  if (typeof args !== 'string') return undefined;
  try {
    return decodeAction(JSON.stringify({ c: command, a: JSON.parse(args) }));
  } catch {
    // Not JSON: no form of ours posts that.
    return undefined;
  }
}

/** A form's fields: several values under one name as a list, and what it showed and came back empty as "". */
function argumentsOf(body: Body): Record<string, FieldValue> {
  const shown = typeof body.shown === 'string' ? body.shown.slice(0, 2_000).split(' ') : [];
  const sent = Object.keys(body).filter((name) => name.startsWith(ARGUMENT));
  const names = new Set([
    ...shown.filter((name) => name !== ''),
    ...sent.map((name) => name.slice(ARGUMENT.length)),
  ]);
  return Object.fromEntries([...names].map((name) => [name, sentValue(body[ARGUMENT + name])]));
}

function sentValue(sent: unknown): FieldValue {
  const values = [sent].flat().filter((one): one is string => typeof one === 'string' && one !== '');
  return values.length > 1 ? values : (values[0] ?? '');
}

function versionOf(value: unknown): number | undefined {
  const version = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : undefined;
  return Number.isSafeInteger(version) ? version : undefined;
}
