import { z } from 'zod';
import { type Context, defineCommand } from '../src/command/command.ts';
import { choice, optional, ref, text } from '../src/command/fields.ts';
import { refreshable } from '../src/command/refreshable.ts';
import { isCoordinator, require } from '../src/domain/access/may.ts';
import { findContacts } from '../src/domain/contact/find-contacts.ts';
import { guideFor } from '../src/domain/guide/guide-for.ts';
import { confirmPhones } from '../src/domain/help-point/confirm-phones.ts';
import { whereToGo } from '../src/domain/help-point/where-to-go.ts';
import type { Id } from '../src/domain/shared/record.ts';
import type { Message } from '../src/reply/reply.ts';
import { helpPointMessage } from '../src/views/help-point-list.ts';
import { viewOf } from '../src/views/view-of.ts';
import { showHelpPoint } from './shared/show-help-point.ts';

const VICTIMS = { burger: 'citizen', ondernemer: 'business' } as const;

const args = z.object({
  vorm: optional(ref('form', { positional: true, names: ['form', 'fraudevorm'] })),
  wie: optional(choice(['burger', 'ondernemer'], { names: ['who', 'voor'] })),
  bevestig: optional(ref('helppoint', { names: ['confirm'], hidden: true })),
  nummer: optional(text({ names: ['number', 'telefoon'], max: 30, hidden: true })),
});
type Args = z.infer<typeof args>;

export const meldpunt = defineCommand({
  name: 'meldpunt',
  aliases: ['helpdesk', 'meldpunten', 'slachtoffer', 'report-point', 'help-point'],
  access: 'anyone',
  args,
  examples: ['bankhelpdeskfraude', 'factuurfraude wie:ondernemer', ''],
  subject: 'bevestig',
  run: async (context, given) =>
    given.bevestig ? confirm(context, given.bevestig, given.nummer) : where(context, given),
});

async function where(context: Context, given: Args): Promise<Message> {
  const { store, scope, now, today, audience, locale } = context;
  const victim = given.wie && VICTIMS[given.wie];
  const found = await guideFor(store, scope, { form: given.vorm, victim });
  const points = await whereToGo(store, scope, { form: given.vorm, victim });
  const forms = await store.list('form', scope);
  const form = forms.find(({ id }) => id === given.vorm);
  const contacts = given.vorm ? await findContacts(store, scope, today, { form: given.vorm }) : [];
  const records = [...points, ...contacts, ...(found ? [found.guide] : [])];
  const view = await viewOf(context, records, given.vorm ? [given.vorm] : []);
  forms.sort((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
  const mayConfirm = audience === 'private' && isCoordinator(context.actor);
  const page = {
    mayConfirm,
    points,
    form,
    forms,
    found,
    contacts,
    victim: given.wie ? { wie: given.wie } : {},
  };
  return refreshable({ ...helpPointMessage(page, view, now), audience }, 'meldpunt', given);
}

async function confirm(context: Context, id: Id<'helppoint'>, number: string | undefined): Promise<Message> {
  require(isCoordinator(context.actor), 'coordinators-only');
  const card = await showHelpPoint(context, await confirmPhones(context.store, context.by, id, number));
  const told = { type: 'notice', tone: 'success', text: context.t('help-point.phone-confirmed') } as const;
  return { ...card, audience: 'private', sections: [told, ...card.sections] };
}
