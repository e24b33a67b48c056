import type { Translate } from '../../i18n/translate.ts';
import type { Action, FormField, FormReply } from '../../reply/reply.ts';
import { cleanLine, cleanText } from '../shared/clean-text.ts';
import { FLAG_SET, filledArgs, flagValue, valuesOf } from '../shared/form-values.ts';
import { labelled } from '../shared/runs.ts';
import { cardAction } from './card-actions.ts';
import type { CardLook } from './card-look.ts';
import { fieldElements } from './form-elements.ts';
import { argumentOf, SHOWN_KEY } from './input-ids.ts';
import { apart, type ElementPiece, single } from './pieces.ts';
import { richText } from './rich-text.ts';
import { fieldGroups, sectionGroups } from './section-elements.ts';
import type { ActionSet, CardElement } from './types.ts';

/** The inputs of a form under its intro; a field's error, input and hint are one group. */
export function inputGroups(form: FormReply, t: Translate): ElementPiece[][] {
  return [
    ...apart(richText([{ text: cleanText(form.intro ?? '') }])),
    ...form.fields.map((field) => fieldElements(field, form.command, t)),
  ];
}

/** The arguments that these elements ask. */
export function shownIn(elements: readonly CardElement[]): string[] {
  const ids = elements.flatMap((element) => ('id' in element ? [element.id] : []));
  return [...new Set(ids.flatMap((id) => argumentOf(id)?.name ?? []))];
}

/** The button that sends the inputs of these arguments. */
export function submitSet(
  form: FormReply,
  label: string,
  shown: readonly string[],
  t: Translate,
  { inDialog = false, carried }: CardLook,
): ActionSet {
  const { command, version } = form;
  const action: Action = {
    label: cleanLine(label) || command,
    command,
    args: {},
    ...(version === undefined ? {} : { version }),
  };
  const along = (sent: Action) => ({ ...carried?.(sent), [SHOWN_KEY]: shown.join(' ') });
  const button = cardAction(action, t, { inDialog, carried: along });
  return { type: 'ActionSet', actions: [{ ...button, style: 'positive' }] };
}

/** A form with one button that opens it: what is wrong, what it holds already, and the button. */
export function openerGroups(form: FormReply, t: Translate, look: CardLook): ElementPiece[][] {
  const open: Action = {
    label: t('render.open-form'),
    command: form.command,
    args: filledArgs(form),
    opensForm: true,
    style: 'primary',
    ...(form.version === undefined ? {} : { version: form.version }),
  };
  const filled = form.fields.filter((field) => valuesOf(field).length > 0);
  const wrong = form.fields.filter(({ error = '' }) => cleanText(error).trim() !== '');
  return [
    ...apart(richText([{ text: cleanText(form.intro ?? '') }])),
    ...wrong.map(({ label, name, error = '' }) =>
      single(
        richText(labelled(cleanLine(label) || name, [{ text: cleanText(error) }]), { color: 'attention' }),
      ),
    ),
    ...fieldGroups(
      filled.map((field) => ({ label: cleanLine(field.label) || field.name, value: shownValue(field, t) })),
    ),
    ...sectionGroups({ type: 'actions', actions: [open] }, t, look),
  ];
}

/** What a field holds in words: the names of what is chosen rather than their ids. */
function shownValue(field: FormField, t: Translate): string {
  if (field.input === 'flag' && flagValue(field))
    return t(flagValue(field) === FLAG_SET ? 'render.yes' : 'render.no');
  const nameOf = (value: string) => field.options?.find((option) => option.value === value)?.label || value;
  return valuesOf(field).map(nameOf).join(', ');
}
