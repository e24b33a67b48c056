import { foldText } from '../core/ids.ts';
import { type AnyRecord, isKind } from './records.ts';

/** The words of a record, folded: what search looks through. The title weighs most, the body least. */
export interface SearchText {
  title: string;
  keywords: string;
  body: string;
}

/** Undefined for the kinds that are not searched: people, tasks, answers, reports and feeds among them. */
export function searchTextOf(record: AnyRecord): SearchText | undefined {
  const parts = partsOf(record);
  if (!parts) return undefined;
  const join = (texts: readonly (string | undefined)[]): string =>
    foldText(texts.filter((text) => text !== undefined).join(' \n'));
  return { title: join(parts.title), keywords: join(parts.keywords), body: join(parts.body) };
}

/** The texts of a record as they were written, the most telling first: where to show why it was found. */
export function textsOf(record: AnyRecord): string[] {
  const { title = [], keywords = [], body = [] } = partsOf(record) ?? {};
  return [...title, ...body, ...keywords].filter((text) => text !== undefined);
}

interface Parts {
  title: (string | undefined)[];
  keywords: (string | undefined)[];
  body: (string | undefined)[];
}

function partsOf(record: AnyRecord): Parts | undefined {
  if (isKind(record, 'campaign'))
    return {
      title: [record.title],
      keywords: [
        ...[...record.aliases, record.edition, record.organiser, ...terms(record), ...record.places],
        ...record.leads.map(({ organisation }) => afterSlash(organisation)),
      ],
      body: [record.message, record.aim, record.behaviour, record.measure, record.note],
    };
  if (isKind(record, 'series'))
    return {
      title: [record.name],
      keywords: [...record.aliases, record.organiser, ...terms(record), ...record.leads.map(afterSlash)],
      body: [record.note],
    };
  if (isKind(record, 'action'))
    return {
      title: [record.key, record.result],
      keywords: [record.goal, record.leadsText],
      body: [record.partnersText],
    };
  if (isKind(record, 'plan'))
    return { title: [record.title, record.key], keywords: record.themes.map(({ title }) => title), body: [] };
  if (isKind(record, 'practice'))
    return {
      title: [record.key, record.title.nl, record.title.en],
      keywords: terms({ ...record, channels: [], regions: [] }),
      body: [record.advice.nl, record.advice.en],
    };
  if (isKind(record, 'helppoint'))
    return {
      title: [record.name],
      keywords: [...record.aliases, ...record.forms.map(({ form }) => afterSlash(form))],
      body: [record.what.nl, record.what.en],
    };
  if (isKind(record, 'guide'))
    return {
      title: [record.title.nl, record.title.en],
      keywords: record.form ? [afterSlash(record.form)] : [],
      body: [...record.steps, ...record.avoid].flatMap(({ text }) => [text.nl, text.en]),
    };
  if (isKind(record, 'evaluation'))
    return {
      title: [record.about],
      keywords: [afterSlash(record.organisation)],
      body: [
        ...[record.reached, record.measured, record.behaviour, record.mechanism, record.moderators],
        ...[record.costs, ...record.lessons],
      ],
    };
  if (isKind(record, 'signal'))
    return {
      title: [record.title],
      keywords: terms({ ...record, audiences: [], topics: [] }),
      body: [record.what, record.tell, ...record.comments.map(({ text }) => text)],
    };
  if (isKind(record, 'contact') && !record.removed)
    return {
      title: [record.role],
      keywords: [...record.forms.map(afterSlash), afterSlash(record.organisation)],
      body: [],
    };
  if (isKind(record, 'organisation'))
    return {
      title: [record.name, record.short],
      keywords: [...record.aliases, ...record.formerNames.flatMap(({ name, short }) => [name, short])],
      body: [],
    };
  if (isKind(record, 'group')) return { title: [record.name], keywords: record.aliases, body: [] };
  if (
    isKind(record, 'form') ||
    isKind(record, 'audience') ||
    isKind(record, 'topic') ||
    isKind(record, 'region')
  )
    return { title: [record.name.nl, record.name.en], keywords: record.synonyms, body: [] };
  return undefined;
}

function terms(record: {
  audiences: string[];
  forms: string[];
  topics: string[];
  channels: string[];
  regions: string[];
}) {
  const all = [record.audiences, record.forms, record.topics, record.channels, record.regions].flat();
  return all.map(afterSlash);
}

function afterSlash(id: string): string {
  return id.slice(id.indexOf('/') + 1).replaceAll('-', ' ');
}
