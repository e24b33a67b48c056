import type { FieldValue, Request } from '../command/command.ts';
import { parseCommandLine } from '../command/grammar.ts';
import type { Translate } from '../i18n/translate.ts';
import type { FormField, FormReply } from '../reply/reply.ts';
import type { LineReader } from './line-reader.ts';
import { print } from './verb.ts';

/** Options are named when there are no more than this; others can be typed all the same. */
const NAMED = 12;

/**
 * Asks a form field by field: first what is needed or was wrong, then whatever else someone wants to fill
 * in. An empty line keeps what stands there. Undefined when the person stops or the input ends.
 */
export async function fillForm(
  form: FormReply,
  terminal: LineReader,
  t: Translate,
): Promise<Request | undefined> {
  const args: Record<string, FieldValue> = {};
  for (const { name, value } of form.fields) if (value !== undefined && value.length > 0) args[name] = value;
  print(`\n${form.title}. ${t('console.form-how')}`);
  for (const field of form.fields.filter((one) => one.required || one.error)) {
    const typed = await terminal.ask(promptFor(field, t));
    if (typed === undefined || isStop(typed)) return undefined;
    if (typed.trim() !== '') args[field.name] = typed;
  }
  const others = form.fields.filter((one) => !one.required && !one.error).map(({ name }) => name);
  if (others.length > 0) print(t('console.form-more', { names: others.join(', ') }));
  while (others.length > 0) {
    const typed = await terminal.ask('+ ');
    if (typed === undefined || isStop(typed)) return undefined;
    if (typed.trim() === '') break;
    Object.assign(args, namedIn(typed, others, t));
  }
  return { command: form.command, args, ...(form.version === undefined ? {} : { version: form.version }) };
}

function promptFor({ label, hint, error, value, options = [] }: FormField, t: Translate): string {
  const lines = [error ? `! ${error}` : '', hint ?? ''];
  if (options.length > 0 && options.length <= NAMED)
    lines.push(options.map((option) => option.label).join(' / '));
  const kept = value === undefined || value.length === 0 ? '' : ` [${[value].flat().join(', ')}]`;
  const above = lines.filter((line) => line !== '').map((line) => `   ${line}\n`);
  return `${above.join('')}${label}${kept || ` (${t('render.required')})`}: `;
}

function isStop(typed: string): boolean {
  return /^(stop|cancel|annuleer)$/i.test(typed.trim());
}

/** `doel:"..." vorm:phishing`, as in a command line; a name that the form does not have is told. */
function namedIn(typed: string, names: readonly string[], t: Translate): Record<string, string> {
  const found: Record<string, string> = {};
  try {
    for (const { name, value } of parseCommandLine(`form ${typed}`).named) {
      if (names.includes(name)) found[name] = value;
      else print(t('refusal.argument-unknown', { name, command: 'form', known: names.join(', ') }));
    }
  } catch {
    print(t('refusal.quote-not-closed', { quote: '"' }));
  }
  return found;
}
