import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../core/errors.ts';
import { type NudgeRules, nudgeRules } from '../domain/nudge/rule.ts';
import { fieldName, type Problem, parseCalendarText, problemText } from './calendar-document.ts';
import { problemsOf } from './calendar-records.ts';

/** The file of the calendars folder that holds no records but the rules for nudges. */
export const NUDGE_RULES_FILE = 'nudge-rules.yaml';

/**
 * Reads and checks the rules for nudges. A SetupError tells every mistake with its line. `hasText` knows whether
 * there is a text for a rule, in both tongues.
 */
export function readNudgeRules(folder: string, hasText: (key: string) => boolean): NudgeRules {
  const file = `calendars/${NUDGE_RULES_FILE}`;
  const document = parseCalendarText(file, textOf(folder));
  if (Array.isArray(document)) throw new SetupError(report(document));
  const parsed = nudgeRules.safeParse(document.value);
  if (!parsed.success) throw new SetupError(report(problemsOf(document, [], parsed.error.issues)));
  const wordless = parsed.data.rules.flatMap(({ text }, index): Problem[] => {
    const where = ['rules', index, 'text'];
    const message = `there is no text nudge.${text} in src/i18n; write it in both languages`;
    return hasText(`nudge.${text}`)
      ? []
      : [{ file, line: document.lineOf(where), field: fieldName(where), message }];
  });
  if (wordless.length > 0) throw new SetupError(report(wordless));
  return parsed.data;
}

function textOf(folder: string): string {
  const path = join(folder, NUDGE_RULES_FILE);
  if (!existsSync(folder))
    throw new SetupError(
      `The folder ${folder} does not exist. Set CALENDARS_PATH to the folder with the calendar files.`,
    );
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new SetupError(
      `${path} cannot be read. Put it back: without rules the bot reminds nobody of anything.`,
    );
  }
}

function report(problems: readonly Problem[]): string {
  return ['The rules for reminders are not right.', ...problems.map(problemText)].join('\n');
}
