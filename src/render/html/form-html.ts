import type { FormField, FormReply } from '../../reply/reply.ts';
import { cleanLine } from '../shared/clean-text.ts';
import { hiddenInputs } from './action-html.ts';
import type { HtmlContext } from './context.ts';
import { attributes, escapeHtml } from './escape.ts';
import { fieldHtml, fieldId } from './field-html.ts';
import { paragraph } from './section-html.ts';

/** A command's form: posts `command`, `version` and one `arg:<name>` per field. */
export function formHtml(form: FormReply, context: HtmlContext): string {
  const version = form.version === undefined ? undefined : String(form.version);
  return [
    form.intro ? paragraph('cr-intro', form.intro) : '',
    errorSummary(form.fields, context),
    `<form class="cr-form-body" method="post"${attributes({ action: context.action })}>`,
    hiddenInputs(context.hidden),
    // Browsers send nothing for a list in which nothing is chosen: this tells it was there to choose from.
    hiddenInputs({ command: form.command, version, shown: form.fields.map(({ name }) => name).join(' ') }),
    ...form.fields.map((field, index) => fieldHtml(field, index, context)),
    '<div class="cr-actions"><button type="submit" class="cr-button cr-button-primary">',
    escapeHtml(cleanLine(form.submitLabel) || cleanLine(form.title) || form.command),
    '</button></div></form>',
  ].join('');
}

/** Read out first, with a link to each field that needs another look. */
function errorSummary(fields: readonly FormField[], context: HtmlContext): string {
  const wrong = fields.flatMap((field, index) => {
    if (!field.error) return [];
    const href = attributes({ href: `#${fieldId(index, context)}` });
    return [`<li><a${href}>${escapeHtml(cleanLine(field.label) || field.name)}</a></li>`];
  });
  if (wrong.length === 0) return '';
  const lead = escapeHtml(context.t('render.form-has-errors'));
  return `<div class="cr-notice cr-notice-error" role="alert"><p>${lead}</p><ul>${wrong.join('')}</ul></div>`;
}
