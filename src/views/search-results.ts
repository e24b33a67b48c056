import { isWarning } from '../domain/practice/find-practices.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import { type Kind, kindOf } from '../domain/shared/record.ts';
import { hasMessage } from '../i18n/translate.ts';
import type { Action, ListItem, Section } from '../reply/reply.ts';
import { partyNames, planningText } from './action-line.ts';
import { campaignLine } from './campaign-line.ts';
import { practiceLine } from './practice-line.ts';
import { ruleText } from './rule-text.ts';
import type { View } from './view.ts';

/** What was found, in groups by kind; the group with the best result first. */
export function searchSections(records: readonly AnyRecord[], view: View): Section[] {
  const kinds = Map.groupBy(records, ({ id }) => kindOf(id));
  return [...kinds].flatMap(([kind, found]): Section[] => [
    { type: 'heading', text: kindText(kind, view) },
    ...(found.some((one) => isKind(one, 'practice') && isWarning(one))
      ? [{ type: 'notice' as const, tone: 'warning' as const, text: view.t('practice.warnings-intro') }]
      : []),
    { type: 'list', items: found.map((record) => resultLine(record, view)) },
  ]);
}

/** The heading of a kind of record. */
export function kindText(kind: Kind, { t }: View): string {
  const key = `kind.${kind}`;
  return hasMessage(key) ? t(key) : kind;
}

function resultLine(record: AnyRecord, view: View): ListItem {
  const { t, locale } = view;
  if (isKind(record, 'campaign')) return campaignLine(record, view);
  if (isKind(record, 'practice')) return practiceLine(record, view);
  const show: Action = { label: t('do.show'), command: 'toon', args: { wat: record.id } };
  const item = (title: string, line: string | undefined, ...actions: Action[]): ListItem => ({
    title: [{ text: title, strong: true }],
    lines: line ? [line] : [],
    actions,
  });
  if (isKind(record, 'action')) {
    const leads = partyNames(record.leads, view);
    const led = leads === '' ? t('plan.no-lead') : t('plan.lead', { names: leads });
    return item(`${record.key} ${record.result}`, `${planningText(record, view)}; ${led}`, show);
  }
  if (isKind(record, 'helppoint')) return item(record.name, record.what[locale], show);
  if (isKind(record, 'organisation')) return item(record.short, record.name, show);
  if (isKind(record, 'series')) return item(record.name, ruleText(record.rule, view), show);
  if (isKind(record, 'plan'))
    return item(record.title, undefined, {
      label: t('do.actions'),
      command: 'actieplan',
      args: { plan: record.id },
    });
  return termLine(record, view, item);
}

/** The field by which a kind of term filters the calendar. */
const FILTERS = { form: 'vorm', audience: 'doelgroep', topic: 'onderwerp', region: 'regio' } as const;

function termLine(
  record: AnyRecord,
  { t, locale }: View,
  item: (title: string, line: string | undefined, ...actions: Action[]) => ListItem,
): ListItem {
  if (isKind(record, 'group'))
    return item(record.name, record.note, {
      label: t('do.actions'),
      command: 'actieplan',
      args: { trekker: record.id },
    });
  if (!('synonyms' in record)) return item(record.id, undefined);
  const kind = kindOf(record.id) as keyof typeof FILTERS;
  const actions: Action[] = [];
  if (FILTERS[kind])
    actions.push({ label: t('do.campaigns'), command: 'kalender', args: { [FILTERS[kind]]: record.id } });
  if (kind === 'form' || kind === 'topic')
    actions.push({ label: t('do.practices'), command: 'wat-werkt', args: { vorm: record.id } });
  if (kind === 'form')
    actions.push({ label: t('do.help-points'), command: 'meldpunt', args: { vorm: record.id } });
  return item(record.name[locale], record.synonyms.join(', '), ...actions);
}
