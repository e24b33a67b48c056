import type { Person } from '../domain/person/person.ts';
import type { ListItem } from '../reply/reply.ts';
import type { View } from './view.ts';

/** A person as one entry of a list, for colleagues: organisation, role, contact, stand-in. */
export function personLine(person: Person, view: View): ListItem {
  const { t, name } = view;
  const facts = [name(person.organisation), t(`role.${person.role}`)];
  if (person.contact) facts.push(t('person.contact'));
  if (person.standIn) facts.push(t('person.stand-in', { name: name(person.standIn) ?? '-' }));
  if (!person.active) facts.push(t('person.inactive'));
  return {
    title: person.name,
    lines: [facts.filter((fact) => fact !== undefined).join(', ')],
    actions: [
      {
        label: t('do.edit'),
        command: 'persoon',
        args: { doe: 'wijzig', persoon: person.id },
        version: person.version,
        opensForm: true,
      },
    ],
  };
}
