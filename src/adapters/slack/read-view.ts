import type { ViewStateValue } from '@slack/bolt';
import type { FieldValue } from '../../command/command.ts';

/** The state of a view's inputs, by block and action. */
export type ViewState = Readonly<Record<string, Readonly<Record<string, ViewStateValue>>>>;

export const ARGUMENT = 'arg:';

/** What a form's inputs hold, by the name of the argument; what was shown and is empty as "". */
export function readInputs(values: ViewState | undefined): Record<string, FieldValue> {
  const inputs = Object.values(values ?? {}).flatMap((block) => Object.entries(block));
  return Object.fromEntries(
    inputs
      .filter(([id]) => id.startsWith(ARGUMENT))
      .map(([id, state]) => [id.slice(ARGUMENT.length), valueOf(state)]),
  );
}

function valueOf(state: ViewStateValue): FieldValue {
  if (state.selected_options) return state.selected_options.map(({ value }) => value ?? '');
  const { value, selected_date, selected_time, selected_option } = state;
  return value ?? selected_date ?? selected_time ?? selected_option?.value ?? '';
}
