import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Id } from '../../domain/shared/record.ts';
import { attributes, escapeHtml } from '../../render/html/escape.ts';
import type { View } from '../../views/view.ts';
import { addressOf, type PageContext } from './page.ts';

/** What the calendar is filtered on. */
export interface Chosen {
  audience: Id<'audience'> | undefined;
  form: Id<'form'> | undefined;
}

/** Links that filter the calendar, for the terms that occur in it; each keeps the other's choice. */
export function filterHtml(
  campaigns: readonly Campaign[],
  chosen: Chosen,
  view: View,
  context: PageContext,
): string {
  const { t } = context;
  const audiences = linksFor(
    campaigns.flatMap((one) => one.audiences),
    'audience',
    chosen,
    view,
    context,
  );
  const forms = linksFor(
    campaigns.flatMap((one) => one.forms),
    'form',
    chosen,
    view,
    context,
  );
  if (audiences === '' && forms === '') return '';
  const clear =
    chosen.audience || chosen.form
      ? `<p><a href="${escapeHtml(addressOf(context, '/'))}">${escapeHtml(t('page.filter-clear'))}</a></p>`
      : '';
  return [
    `<section class="panel" aria-labelledby="filters"><h2 id="filters">${escapeHtml(t('page.filters'))}</h2>${clear}`,
    group(t('page.filter-audience'), audiences, chosen.audience !== undefined),
    group(t('page.filter-form'), forms, chosen.form !== undefined),
    '</section>',
  ].join('');
}

function group(label: string, links: string, isOpen: boolean): string {
  if (links === '') return '';
  return `<details${attributes({ open: isOpen })}><summary>${escapeHtml(label)}</summary><ul class="chips">${links}</ul></details>`;
}

function linksFor(
  used: readonly Id[],
  kind: 'audience' | 'form',
  chosen: Chosen,
  view: View,
  context: PageContext,
): string {
  const current = chosen[kind];
  const ids = new Set<Id>(current ? [...used, current] : used);
  const named = [...ids].flatMap((id) => {
    const name = view.name(id);
    return name === undefined ? [] : [{ id, name }];
  });
  return named
    .sort((a, b) => a.name.localeCompare(b.name, context.locale))
    .map(({ id, name }) => {
      const other = id === current ? undefined : id;
      const href = addressOf(context, '/', queryFor({ ...chosen, [kind]: other }));
      const link = attributes({ href, 'aria-current': id === current ? 'true' : undefined });
      return `<li><a${link}>${escapeHtml(name)}</a></li>`;
    })
    .join('');
}

/** The filter as a query: ?doelgroep=senioren&vorm=phishing. */
export function queryFor({ audience, form }: Chosen): Record<string, string> {
  return {
    ...(audience ? { doelgroep: audience.slice('audience/'.length) } : {}),
    ...(form ? { vorm: form.slice('form/'.length) } : {}),
  };
}
