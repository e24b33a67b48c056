import type { Context } from '../../command/command.ts';
import { draftFor } from '../../command/keep-draft.ts';
import type { FormReply } from '../../reply/reply.ts';
import type { ChatOptions } from './options.ts';

/** The form with what was begun in it earlier; as it is when nothing was. */
export async function withEarlierDraft(
  { registry }: ChatOptions,
  context: Context,
  form: FormReply,
): Promise<FormReply> {
  const command = registry.find(form.command);
  if (!command) return form;
  const args = Object.fromEntries(form.fields.map(({ name, value }) => [name, value ?? '']));
  const draft = await draftFor(context, command, args);
  return draft ? filled(form, draft.args, context) : form;
}

/** What was asked just now stands over what was kept, and that over what stands in the record. */
function filled(
  form: FormReply,
  args: Readonly<Record<string, string | readonly string[]>>,
  { t }: Context,
): FormReply {
  return {
    ...form,
    intro: [t('chat.draft-filled'), form.intro].filter(Boolean).join(' '),
    fields: form.fields.map((field) => {
      const kept = args[field.name];
      if (kept === undefined || kept.length === 0 || field.given) return field;
      const { error: _error, ...rest } = field;
      return { ...rest, value: kept };
    }),
  };
}
