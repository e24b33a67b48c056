import type { Locale } from '../core/locale.ts';
import { isWarning, type Practice } from './practice/practice.ts';
import { type AnyRecord, isKind } from './records.ts';

/** What a record is called, in the reader's tongue where it has both. */
export function nameOf(record: AnyRecord, locale: Locale): string {
  if (
    isKind(record, 'campaign') ||
    isKind(record, 'plan') ||
    isKind(record, 'task') ||
    isKind(record, 'feed') ||
    isKind(record, 'signal')
  )
    return record.title;
  if (isKind(record, 'action')) return `${record.key} ${record.result}`;
  if (isKind(record, 'practice')) return markedName(record, locale);
  if (isKind(record, 'guide')) return record.title[locale];
  if (isKind(record, 'contact')) return record.role;
  if (isKind(record, 'evaluation')) return `${locale === 'nl' ? 'Evaluatie' : 'Evaluation'}: ${record.about}`;
  if (isKind(record, 'organisation')) return record.short;
  if (isTerm(record)) return record.name[locale];
  if (isKind(record, 'person') && record.name === '-') return locale === 'nl' ? '(gewist)' : '(erased)';
  if ('name' in record && typeof record.name === 'string') return record.name;
  return record.id;
}

/** Every name, spelling and synonym by which people may call a record. */
export function namesOf(record: AnyRecord): string[] {
  // It carries the name of its campaign, which is what is meant by that.
  if (isKind(record, 'evaluation')) return [record.id.slice(record.id.indexOf('/') + 1)];
  const names = [record.id.slice(record.id.indexOf('/') + 1), nameOf(record, 'nl'), nameOf(record, 'en')];
  if (isKind(record, 'campaign') && record.edition) names.push(withoutEdition(record.title, record.edition));
  if ('aliases' in record) names.push(...record.aliases);
  if ('synonyms' in record) names.push(...record.synonyms);
  if (isKind(record, 'organisation'))
    names.push(
      record.name,
      ...record.formerNames.flatMap(({ name, short }) => (short ? [name, short] : [name])),
    );
  if (isKind(record, 'action') || isKind(record, 'plan')) names.push(record.key);
  if (isKind(record, 'guide')) names.push(record.title.nl, record.title.en);
  // A proposal for a new version must not be taken for the practice itself.
  if (isKind(record, 'practice') && !record.revises)
    names.push(
      ...(record.key ? [record.key] : []),
      ...[record.title.nl, record.title.en, practiceName(record, 'nl'), practiceName(record, 'en')],
    );
  return [...new Set(names)];
}

/** "Week van de Veiligheid 2027" is also just called "Week van de Veiligheid". */
function withoutEdition(title: string, edition: string): string {
  return title.endsWith(` ${edition}`) ? title.slice(0, -edition.length - 1) : title;
}

function practiceName(practice: Practice, locale: Locale): string {
  return [practiceKey(practice, locale), practice.title[locale]].filter(Boolean).join(' ');
}

/**
 * Wherever a warning or a withdrawn practice is named, as in a choice or in a campaign that uses it, the name says so;
 * the warning first, since platforms cut what is long.
 */
function markedName(practice: Practice, locale: Locale): string {
  const warning = locale === 'nl' ? 'Let op: ' : 'Warning: ';
  const withdrawn = locale === 'nl' ? ' (ingetrokken)' : ' (withdrawn)';
  const name = (isWarning(practice) ? warning : '') + practiceName(practice, locale);
  return practice.state === 'withdrawn' ? name + withdrawn : name;
}

function practiceKey({ key = '', revises }: Practice, locale: Locale): string {
  if (!revises) return key;
  return `${key} (${locale === 'nl' ? 'nieuwe versie' : 'new version'})`;
}

function isTerm(record: AnyRecord): record is Extract<AnyRecord, { synonyms: string[] }> {
  return 'synonyms' in record;
}
