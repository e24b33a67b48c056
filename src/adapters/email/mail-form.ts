import type { Translate } from '../../i18n/translate.ts';
import type { FormReply, Message } from '../../reply/reply.ts';
import { onlyInChat } from './signed-reply.ts';

/**
 * A form as a mail's link opens it: without the fields that cannot be changed there. What is wrong with one of
 * those cannot be mended there either, so then it only says so.
 */
export function mailForm(form: FormReply, fixed: ReadonlySet<string>, t: Translate): FormReply | Message {
  const wrong = form.fields.filter(({ name, error }) => fixed.has(name) && error !== undefined);
  if (wrong.length > 0) {
    const errors = wrong.map(({ error = '' }) => ({ type: 'notice', tone: 'error', text: error }) as const);
    const message = onlyInChat(form.title, t);
    return { ...message, sections: [...errors, ...message.sections] };
  }
  return { ...form, fields: form.fields.filter(({ name }) => !fixed.has(name)) };
}
