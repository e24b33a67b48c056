type Json = Record<string, unknown>;
export type Values = Record<string, string | string[] | null>;

interface Input {
  block: string;
  element: Json;
  isOptional: boolean;
}

/**
 * `state` of a view as Slack sends it: what somebody filled in, and elsewhere what the view came with.
 * Throws where a person could not have done it: an unknown input or choice, or an empty one that is
 * required in a view that is sent in.
 */
export function viewState(view: Json, values: Values = {}, { complete = false } = {}): { values: Json } {
  const inputs = inputsOf(view);
  for (const id of Object.keys(values)) {
    const count = inputs.filter(({ element }) => element.action_id === id).length;
    if (count !== 1) throw new Error(`${count} inputs ${id} in the view`);
  }
  const state: Record<string, Json> = {};
  for (const { block, element, isOptional } of inputs) {
    const id = String(element.action_id);
    const given = id in values ? values[id] : initialValue(element);
    if (complete && !isOptional && isEmpty(given)) throw new Error(`${id} must be filled in`);
    state[block] = { ...state[block], [id]: stateOf(element, given) };
  }
  return { values: state };
}

function inputsOf(view: Json): Input[] {
  return (view.blocks as Json[]).flatMap((block, index) => {
    const place = { block: String(block.block_id ?? `b${index}`), isOptional: true };
    if (block.type === 'input') {
      return [{ ...place, element: block.element as Json, isOptional: block.optional === true }];
    }
    const elements = block.type === 'actions' ? (block.elements as Json[]) : [];
    return elements.filter(({ type }) => type !== 'button').map((element) => ({ ...place, element }));
  });
}

function stateOf(element: Json, given: string | string[] | null | undefined): Json {
  const { type } = element;
  const one = typeof given === 'string' && given !== '' ? given : null;
  const many = Array.isArray(given) ? given : [];
  switch (type) {
    case 'plain_text_input':
    case 'url_text_input':
    case 'number_input':
    case 'email_text_input':
      return { type, value: one };
    case 'datepicker':
      return { type, selected_date: one };
    case 'timepicker':
      return { type, selected_time: one };
    case 'static_select':
    case 'radio_buttons':
    case 'external_select':
      return { type, selected_option: one === null ? null : optionOf(element, one) };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: many.map((value) => optionOf(element, value)) };
    default:
      throw new Error(`no state known for ${String(type)}`);
  }
}

function optionOf(element: Json, value: string): Json {
  const groups = (element.option_groups ?? []) as { options: Json[] }[];
  const shown = [...((element.options ?? []) as Json[]), ...groups.flatMap(({ options }) => options)];
  const known = [...shown, ...initialOptions(element)].find((each) => each.value === value);
  if (known !== undefined) return known;
  if (!String(element.type).includes('external')) throw new Error(`no choice ${value} in the list`);
  return { text: { type: 'plain_text', text: value, emoji: true }, value };
}

function initialValue(element: Json): string | string[] | null {
  const chosen = initialOptions(element).map(({ value }) => String(value));
  if (element.initial_options !== undefined) return chosen;
  const text = element.initial_value ?? element.initial_date ?? element.initial_time ?? chosen[0];
  return typeof text === 'string' ? text : null;
}

function initialOptions(element: Json): Json[] {
  const one = element.initial_option === undefined ? [] : [element.initial_option];
  return [...one, ...((element.initial_options ?? []) as unknown[])] as Json[];
}

function isEmpty(given: string | string[] | null | undefined): boolean {
  return given === undefined || given === null || given.length === 0;
}
