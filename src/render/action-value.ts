import type { Action } from '../reply/reply.ts';

/** What a pressed button means, without its looks. */
export type ActionTarget = Omit<Action, 'label' | 'style'>;

const KEYS: readonly string[] = ['c', 'a', 'v', 'k', 'f'];
const LONGEST = 20_000;

/** A button's meaning as a short string: `c` command, `a` arguments, `v` version, `k` confirmed, `f` form. */
export function encodeAction(action: ActionTarget): string {
  return JSON.stringify({
    c: action.command,
    a: Object.keys(action.args).length > 0 ? action.args : undefined,
    v: action.version,
    k: action.confirmed ? 1 : undefined,
    f: action.opensForm ? 1 : undefined,
  });
}

/** Reads it back. It comes from outside, so anything that is not exactly of that shape is undefined. */
export function decodeAction(value: unknown): ActionTarget | undefined {
  if (typeof value !== 'string' || value.length > LONGEST) return undefined;
  const parsed = parseObject(value);
  if (!parsed || Object.keys(parsed).some((key) => !KEYS.includes(key))) return undefined;
  const { c: command, a: args = {}, v: version, k: confirmed, f: opensForm } = parsed;
  if (typeof command !== 'string' || command === '' || !isArgs(args)) return undefined;
  if (version !== undefined && !isVersion(version)) return undefined;
  if (!isFlag(confirmed) || !isFlag(opensForm)) return undefined;

  const action: ActionTarget = { command, args };
  if (version !== undefined) action.version = version;
  if (confirmed) action.confirmed = true;
  if (opensForm) action.opensForm = true;
  return action;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    // Not JSON at all is one more way of not being ours; the caller hears undefined.
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isArgs(value: unknown): value is Record<string, string | string[]> {
  if (!isObject(value) || Object.hasOwn(value, '__proto__')) return false;
  const isText = (item: unknown) => typeof item === 'string';
  return Object.values(value).every((item) => isText(item) || (Array.isArray(item) && item.every(isText)));
}

function isVersion(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isFlag(value: unknown): value is 1 | undefined {
  return value === undefined || value === 1;
}
