import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';

const MOST_BYTES = 28_000;
const MARKDOWN_FIELDS = ['TextBlock', 'Fact'];
const MARKDOWN = /\*|_|~|`|\]\(|<|\{\{|^\s*(?:#|>|[-+] |\d+[.)] )/m;
/** As in the title of a choice; a joiner behind a sign takes its meaning away. */
const MARKDOWN_IN_CHOICE = /[*_~`]|\]\(|[<\\](?!\u2060)|&[#a-z]|^\s*(?:[#>|=+-]|\d+[.)])/im;
const WEB_LINK = /^(?:https?|mailto|tel):/;

let validate: ValidateFunction | undefined;

/** Everything that Teams would refuse or misread in a card; empty when all is well. */
export function checkAdaptiveCard(card: unknown): string[] {
  const problems: string[] = [];
  const { msteams, ...whole } = card as Record<string, unknown>;
  const standard = withoutQueries(whole) as Record<string, unknown>;
  const valid = schema();
  if (!valid(standard))
    problems.push(...(valid.errors ?? []).map((error) => `${error.instancePath} ${error.message}`));
  if (Buffer.byteLength(JSON.stringify(card)) > MOST_BYTES) problems.push('card too large');
  if (standard.version !== '1.5') problems.push(`version ${String(standard.version)}`);
  if (msteams && 'entities' in (msteams as object)) problems.push('mentions somebody');
  if (/<at>/.test(String(standard.fallbackText))) problems.push('fallbackText mentions somebody');
  const ids: string[] = [];
  walk(standard, (part) => problems.push(...partProblems(part, ids)));
  walk(whole, (part) => problems.push(...queryProblems(part)));
  if (new Set(ids).size < ids.length) problems.push('id twice');
  return problems;
}

type Json = Record<string, unknown>;

/**
 * Without what a choice set searches for. Teams documents `choices.data` and the style `filtered` for cards of 1.5 as well, but
 * that schema has neither and allows nothing that it does not name. They are checked by themselves below.
 */
function withoutQueries(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutQueries);
  if (typeof value !== 'object' || value === null) return value;
  const { 'choices.data': query, ...rest } = value as Json;
  const standard = query === undefined ? rest : { ...rest, style: 'compact' };
  return Object.fromEntries(Object.entries(standard).map(([key, child]) => [key, withoutQueries(child)]));
}

function queryProblems(input: Json): string[] {
  const query = input['choices.data'] as Json | undefined;
  if (query === undefined) return [];
  const problems: string[] = [];
  const { type, dataset, ...rest } = query;
  if (type !== 'Data.Query' || typeof dataset !== 'string' || Object.keys(rest).length > 0)
    problems.push(`query ${JSON.stringify(query)}`);
  if (input.type !== 'Input.ChoiceSet' || input.style !== 'filtered') problems.push('query elsewhere');
  if (input.isMultiSelect) problems.push('query for several values, which phones cannot show');
  if (input.isRequired) problems.push('required query, which Teams never takes for filled in');
  return problems;
}

function partProblems(part: Json, ids: string[]): string[] {
  const problems: string[] = [];
  const type = String(part.type);
  if (MARKDOWN_FIELDS.includes(type) && MARKDOWN.test(String(part.text ?? part.value)))
    problems.push(`${type} reads its text as markdown: ${String(part.text).slice(0, 80)}`);
  if (type === 'Media') problems.push('Media');
  if (type === 'TextRun' && part.text === '') problems.push('empty TextRun');
  if (type === 'Action.OpenUrl' && !WEB_LINK.test(String(part.url)))
    problems.push(`link to ${String(part.url)}`);
  if (type === 'Action.Execute' && (part.fallback as Json | undefined)?.type !== 'Action.Submit')
    problems.push('Action.Execute without fallback');
  if (type.startsWith('Action.') && part.title === '') problems.push('button without a title');
  if (type === 'ActionSet' && (part.actions as unknown[]).length > 6) problems.push('more than six actions');
  const shown = [part.text, part.title, part.label, part.altText, part.placeholder].map(String);
  if (shown.some((text) => /\{\{/.test(text)) && !type.startsWith('Action.'))
    problems.push(`${type} with a function to fill in`);
  if (type.startsWith('Input.')) problems.push(...inputProblems(part, ids));
  return problems;
}

function inputProblems(input: Json, ids: string[]): string[] {
  ids.push(String(input.id));
  const { type, value } = input;
  const problems: string[] = [];
  const titles = ((input.choices as Json[] | undefined) ?? []).map(({ title }) => String(title));
  for (const title of titles.filter((one) => MARKDOWN_IN_CHOICE.test(one) || /\{\{/.test(one)))
    problems.push(`choice reads its title as markdown: ${title.slice(0, 80)}`);
  if (typeof input.label !== 'string' || input.label === '') problems.push('input without a label');
  if (input.isRequired && !input.errorMessage) problems.push('required input without errorMessage');
  if (type === 'Input.Date' && !/^\d{4}-\d{2}-\d{2}$/.test(String(value ?? '2027-01-01')))
    problems.push(`date ${String(value)}`);
  if (type === 'Input.Time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(String(value ?? '08:30')))
    problems.push(`time ${String(value)}`);
  return problems;
}

/** The schema is draft 6 with an old-style `id`; nothing else in it differs from what ajv reads. */
function schema(): ValidateFunction {
  if (validate) return validate;
  const ajv = new Ajv({ strict: false, allErrors: false, validateFormats: false });
  const text = readFileSync(new URL('schema/adaptive-card-1.5.json', import.meta.url), 'utf8');
  const { id: _id, $schema: _draft, ...rest } = JSON.parse(text);
  validate = ajv.compile(rest);
  return validate;
}

/** Visits every object with a type. What a button sends along is its own data, not part of the card. */
function walk(value: unknown, visit: (part: Json) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) walk(item, visit);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  const part = value as Json;
  if ('type' in part) visit(part);
  for (const [key, child] of Object.entries(part)) if (key !== 'data') walk(child, visit);
}
