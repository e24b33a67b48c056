/** A strict reading of Slack's limits, apart from the renderer's own table, so that one checks the other. */
type Json = Record<string, unknown>;
type Report = (problem: string) => void;

const ID_LENGTH = 255;
const BLOCKS_OVERHEAD = 100;
const PLAIN_BLOCKS = [
  'header',
  'rich_text',
  'section',
  'context',
  'actions',
  'image',
  'table',
  'input',
  'divider',
];

/** Everything that Slack would refuse in the blocks of a message; empty when all is well. */
export function checkBlockKit(blocks: readonly unknown[]): string[] {
  const { problems, report } = reporter();
  if (blocks.length === 0) report('no blocks');
  if (blocks.length > 50) report(`${blocks.length} blocks`);
  if (JSON.stringify(blocks).length + blocks.length * BLOCKS_OVERHEAD > 13_200) report('msg_blocks_too_long');
  checkBlocks(blocks, report);
  const tables = blocks.filter((block) => asObject(block).type === 'table');
  if (tables.length > 1) report('only_one_table_allowed');
  if (blocks.some((block) => asObject(block).type === 'input')) report('input outside a view');
  return problems;
}

/** Everything that Slack would refuse in a modal. */
export function checkView(view: unknown): string[] {
  const { problems, report } = reporter();
  const {
    type,
    title,
    submit,
    close,
    blocks,
    private_metadata: metadata,
    callback_id: callback,
  } = asObject(view);
  if (type !== 'modal') report(`view of type ${String(type)}`);
  const list = Array.isArray(blocks) ? blocks : [];
  if (!Array.isArray(blocks) || list.length > 100) report(`${list.length} blocks in a view`);
  plain(title, 24, 'view title', report);
  if (submit !== undefined) plain(submit, 24, 'view submit', report);
  if (close !== undefined) plain(close, 24, 'view close', report);
  if (submit === undefined && list.some((block) => asObject(block).type === 'input')) report('no submit');
  if (typeof metadata === 'string' && metadata.length > 3000) report('private_metadata');
  if (typeof callback === 'string' && callback.length > ID_LENGTH) report('callback_id');
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) report('view_too_large');
  if (list.some((block) => asObject(block).type === 'table')) report('table in a view');
  checkBlocks(list, report);
  return problems;
}

/** Everything that Slack would refuse in a Home tab: it has no title and no buttons of its own. */
export function checkHome(view: unknown): string[] {
  const { problems, report } = reporter();
  const { type, blocks, private_metadata: metadata, callback_id: callback, ...rest } = asObject(view);
  if (type !== 'home') report(`view of type ${String(type)}`);
  const list = items(blocks, 1, 100, 'blocks of the Home tab', report);
  for (const name of ['title', 'submit', 'close']) if (name in rest) report(`${name} in a Home tab`);
  if (typeof metadata === 'string' && metadata.length > 3000) report('private_metadata');
  if (typeof callback === 'string' && callback.length > ID_LENGTH) report('callback_id');
  if (Buffer.byteLength(JSON.stringify(view)) > 250_000) report('view_too_large');
  if (list.some((block) => asObject(block).type === 'table')) report('table in a view');
  checkBlocks(list, report);
  return problems;
}

function checkBlocks(blocks: readonly unknown[], report: Report): void {
  for (const block of blocks) checkBlock(asObject(block), report);
  const blockIds = blocks.map((block) => asObject(block).block_id).filter((id) => id !== undefined);
  unique(blockIds, 'block_id', report);
  if (/[\uD800-\uDFFF]/.test(JSON.stringify(blocks).replaceAll(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '')))
    report('half a surrogate pair');
}

function checkBlock(block: Json, report: Report): void {
  const { type } = block;
  if (typeof type !== 'string' || !PLAIN_BLOCKS.includes(type)) report(`unknown block ${String(type)}`);
  if (type === 'header') plain(block.text, 150, 'header', report);
  if (type === 'rich_text') richText(block, report);
  if (type === 'section') section(block, report);
  if (type === 'context') {
    for (const text of items(block.elements, 1, 10, 'context', report)) plain(text, 3000, 'context', report);
  }
  if (type === 'actions') {
    const elements = items(block.elements, 1, 25, 'actions', report).map(asObject);
    for (const element of elements) button(element, report);
    unique(
      elements.map((element) => element.action_id),
      'action_id',
      report,
    );
  }
  if (type === 'image') {
    length(block.image_url, 1, 3000, 'image_url', report);
    length(block.alt_text, 1, 2000, 'alt_text', report);
    if (!/^https?:\/\//.test(String(block.image_url))) report('image_url is no web address');
  }
  if (type === 'table') table(block, report);
  if (type === 'input') input(block, report);
}

function section(block: Json, report: Report): void {
  if (block.text === undefined && block.fields === undefined) report('section of nothing');
  if (block.text !== undefined) plain(block.text, 3000, 'section', report);
  if (block.fields === undefined) return;
  for (const field of items(block.fields, 1, 10, 'fields', report)) plain(field, 2000, 'field', report);
}

function table(block: Json, report: Report): void {
  const rows = items(block.rows, 1, 100, 'table rows', report);
  const widths = new Set(rows.map((row) => items(row, 1, 20, 'table columns', report).length));
  if (widths.size > 1) report('table rows of different widths');
  const cells = rows.flatMap((row) => (Array.isArray(row) ? row : [])).map(asObject);
  for (const cell of cells) {
    if (cell.type === 'raw_text') length(cell.text, 1, 10_000, 'table cell', report);
    else if (cell.type === 'rich_text') richText(cell, report);
    else report('table cell of another type');
  }
  const characters = cells.reduce((sum, cell) => sum + textOf(cell).length, 0);
  if (characters > 10_000) report(`table of ${characters} characters`);
}

function input(block: Json, report: Report): void {
  length(block.block_id, 1, ID_LENGTH, 'block_id', report);
  plain(block.label, 2000, 'input label', report);
  if (block.hint !== undefined) plain(block.hint, 2000, 'input hint', report);
  const element = asObject(block.element);
  length(element.action_id, 1, ID_LENGTH, 'action_id', report);
  if (element.placeholder !== undefined) plain(element.placeholder, 150, 'placeholder', report);
  switch (element.type) {
    case 'plain_text_input':
    case 'url_text_input':
      if (element.initial_value !== undefined)
        length(element.initial_value, 1, 3000, 'initial_value', report);
      if (element.type === 'url_text_input' && !URL.canParse(String(element.initial_value ?? 'https://x.nl')))
        report('initial_value is no address');
      return;
    case 'number_input':
      if (!Number.isFinite(Number(element.initial_value ?? 0))) report('initial_value is no number');
      return;
    case 'datepicker':
      if (!/^\d{4}-\d{2}-\d{2}$/.test(String(element.initial_date ?? '2027-01-01'))) report('initial_date');
      return;
    case 'timepicker':
      if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(String(element.initial_time ?? '08:30'))) report('initial_time');
      return;
    case 'checkboxes':
    case 'radio_buttons':
      choices(element, 10, report);
      return;
    case 'static_select':
    case 'multi_static_select':
      choices(element, 100, report);
      return;
    case 'external_select':
    case 'multi_external_select':
      for (const chosen of initialOptions(element)) option(chosen, report);
      return;
    default:
      report(`input of type ${String(element.type)}`);
  }
}

function choices(element: Json, most: number, report: Report): void {
  const options = items(element.options, 1, most, 'options', report);
  for (const each of options) option(each, report);
  unique(
    options.map((each) => asObject(each).value),
    'option value',
    report,
  );
  const known = new Set(options.map((each) => JSON.stringify(each)));
  if (initialOptions(element).some((chosen) => !known.has(JSON.stringify(chosen))))
    report('initial option unknown');
}

function initialOptions(element: Json): unknown[] {
  if (element.initial_option !== undefined) return [element.initial_option];
  return Array.isArray(element.initial_options) ? element.initial_options : [];
}

function option(value: unknown, report: Report): void {
  plain(asObject(value).text, 75, 'option text', report);
  length(asObject(value).value, 1, 75, 'option value', report);
}

function button(element: Json, report: Report): void {
  if (element.type !== 'button') report('no button');
  plain(element.text, 75, 'button text', report);
  length(element.action_id, 1, ID_LENGTH, 'action_id', report);
  length(element.value, 1, 2000, 'button value', report);
  if (Buffer.byteLength(String(element.value)) > 2000) report('button value in bytes');
  if (!['primary', 'danger', undefined].includes(element.style as string | undefined)) report('button style');
}

/** Rich text may hold text and links only: user, channel, broadcast and emoji elements would speak up. */
function richText(block: Json, report: Report): void {
  for (const section of items(block.elements, 1, 1000, 'rich_text', report).map(asObject)) {
    if (section.type !== 'rich_text_section') report(`rich text of type ${String(section.type)}`);
    for (const element of items(section.elements, 1, 1000, 'rich_text_section', report).map(asObject)) {
      if (element.type !== 'text' && element.type !== 'link') report(`element ${String(element.type)}`);
      length(element.text, 1, 3000, 'rich text', report);
      if (element.type !== 'link') continue;
      length(element.url, 1, 3000, 'link', report);
      if (!/^(https?|mailto|tel):/.test(String(element.url))) report(`link to ${String(element.url)}`);
    }
  }
}

/** Our texts are plain_text everywhere: mrkdwn would let user text format, link and mention. */
function plain(value: unknown, most: number, what: string, report: Report): void {
  if (asObject(value).type !== 'plain_text') report(`${what} is not plain_text`);
  length(asObject(value).text, 1, most, what, report);
}

function length(value: unknown, least: number, most: number, what: string, report: Report): void {
  if (typeof value !== 'string') report(`${what} is no text`);
  else if (value.length < least || value.length > most) report(`${what} has ${value.length} characters`);
}

function items(value: unknown, least: number, most: number, what: string, report: Report): unknown[] {
  if (!Array.isArray(value)) {
    report(`${what} is no list`);
    return [];
  }
  if (value.length < least || value.length > most) report(`${what} has ${value.length} items`);
  return value;
}

function unique(values: readonly unknown[], what: string, report: Report): void {
  if (new Set(values).size < values.length) report(`${what} twice`);
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { text, elements } = value as Json;
  return (typeof text === 'string' ? text : '') + textOf(elements);
}

function asObject(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {};
}

function reporter(): { problems: string[]; report: Report } {
  const problems: string[] = [];
  return { problems, report: (problem) => problems.push(problem) };
}
