import type { ViewStateValue } from '@slack/bolt';
import type { FieldValue } from '../../../command/command.ts';
import { periodFrom } from '../../../render/shared/period-from.ts';
import { FIRST_DAY, LAST_DAY } from '../../../render/shared/period-parts.ts';

/** The state of a view's inputs, by block and action. */
export type ViewState = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

export const ARGUMENT = 'arg:';

/**
 * What a form's inputs hold, by the name of the argument; what was shown and is empty as "". The three inputs of a
 * period are one argument.
 */
export function readInputs(values: ViewState | undefined): Record<string, FieldValue> {
  const inputs = Object.values(values ?? {}).flatMap((block) => Object.entries(block));
  const held = new Map(
    inputs
      .filter(([id]) => id.startsWith(ARGUMENT))
      .map(([id, state]) => [id.slice(ARGUMENT.length), inputValue(state)]),
  );
  const fields = [...held].filter(([name]) => !isDayOfPeriod(name));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, held.has(name + FIRST_DAY) ? periodIn(held, name) : value]),
  );
}

function isDayOfPeriod(name: string): boolean {
  return name.endsWith(FIRST_DAY) || name.endsWith(LAST_DAY);
}

function periodIn(held: ReadonlyMap<string, FieldValue>, name: string): string {
  const text = (id: string) => String(held.get(id) ?? '');
  return periodFrom(text(name + FIRST_DAY), text(name + LAST_DAY), text(name));
}

function inputValue(state: ViewStateValue): FieldValue {
  if (state.selected_options) return state.selected_options.map(({ value }) => value ?? '');
  const { value, selected_date, selected_time, selected_option } = state;
  return value ?? selected_date ?? selected_time ?? selected_option?.value ?? '';
}
