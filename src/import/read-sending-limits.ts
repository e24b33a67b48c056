import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SetupError } from '../core/errors.ts';
import { type SendingLimits, sendingLimits } from '../domain/delivery/limits.ts';
import { type Problem, parseCalendarText, problemText } from './calendar-document.ts';
import { problemsOf } from './calendar-records.ts';
import { shownPath } from './file-names.ts';

export const SENDING_LIMITS_FILE = fileURLToPath(
  new URL('../../settings/sending-limits.yaml', import.meta.url),
);

/** Reads how fast may be sent. A SetupError lists all that is wrong, each with its line. */
export function readSendingLimits(path = SENDING_LIMITS_FILE): SendingLimits {
  const document = parseCalendarText(shownPath(path), textOf(path));
  if (Array.isArray(document)) throw new SetupError(report(document));
  const limits = sendingLimits.safeParse(document.value);
  if (!limits.success) throw new SetupError(report(problemsOf(document, [], limits.error.issues)));
  return limits.data;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SetupError(`${shownPath(path)} cannot be read. It says how fast may be sent; put it back.`);
  }
}

function report(problems: readonly Problem[]): string {
  return ['The sending limits are not right.', ...problems.map(problemText)].join('\n');
}
