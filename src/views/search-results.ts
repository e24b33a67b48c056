import { nameOf, namesOf } from '../domain/names.ts';
import { isWarning } from '../domain/practice/practice.ts';
import { type AnyRecord, isKind } from '../domain/records.ts';
import { plainWords } from '../domain/search/plain-names.ts';
import type { Ranked } from '../domain/search/rank.ts';
import { type Kind, kindOf } from '../domain/shared/record.ts';
import { hasMessage } from '../i18n/translate.ts';
import { type Action, type ListItem, plainText, type Section } from '../reply/reply.ts';
import { partyNames, planningText } from './action-line.ts';
import { campaignLine } from './campaign-line.ts';
import { contactLine } from './contact-line.ts';
import { practiceLine } from './practice-line.ts';
import { ruleText } from './rule-text.ts';
import { signalLine } from './signal-line.ts';
import type { View } from './view.ts';
import { withWhyFound } from './why-found.ts';

/** What was found for these words, in groups by kind; the group with the best result first. */
export function searchSections(hits: readonly Ranked[], view: View, words: string): Section[] {
  const kinds = Map.groupBy(hits, ({ record }) => kindOf(record.id));
  return [...kinds].flatMap(([kind, found]): Section[] => [
    { type: 'heading', text: kindText(kind, view) },
    ...(found.some(({ record }) => isKind(record, 'practice') && isWarning(record))
      ? [{ type: 'notice' as const, tone: 'warning' as const, text: view.t('practice.some-warnings') }]
      : []),
    {
      type: 'list',
      items: found.map(({ record, why }) =>
        withWhyFound(withOtherName(resultLine(record, view), record, words, view), record, why),
      ),
    },
  ]);
}

/** The heading of a kind of record. */
export function kindText(kind: Kind, { t }: View): string {
  const key = `kind.${kind}`;
  return hasMessage(key) ? t(key) : kind;
}

/** Names the former name or alias that was asked for, when the line itself does not show it. */
function withOtherName(item: ListItem, record: AnyRecord, words: string, { t }: View): ListItem {
  const typed = plainWords(words);
  const holds = (text: string): boolean => ` ${plainWords(text)} `.includes(` ${typed} `);
  const [, ...names] = namesOf(record);
  const name = names.find(holds);
  if (!name || [item.title, ...item.lines].some((text) => holds(plainText(text)))) return item;
  return { ...item, lines: [...item.lines, t('search.also-known', { name })] };
}

function resultLine(record: AnyRecord, view: View): ListItem {
  const { t, locale } = view;
  if (isKind(record, 'campaign')) return campaignLine(record, view);
  if (isKind(record, 'practice')) return practiceLine(record, view);
  if (isKind(record, 'signal')) return signalLine(record, view);
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
  if (isKind(record, 'contact')) return contactLine(record, view, false);
  if (isKind(record, 'evaluation')) {
    const about =
      view.name(record.campaign) === undefined ? [] : [{ ...show, args: { wat: record.campaign } }];
    return item(nameOf(record, locale), view.name(record.organisation), ...about);
  }
  if (isKind(record, 'guide')) return item(record.title[locale], record.steps[0]?.text[locale], show);
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
