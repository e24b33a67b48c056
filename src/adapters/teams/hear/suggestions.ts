import { searchOptions } from '../../../command/search-options.ts';
import type { Asked } from '../asked.ts';
import type { Heard } from '../heard.ts';
import type { TeamsOptions } from '../options.ts';

const MOST = 15;

/** Someone types in a field that is searched here: the names that fit, as far as they may see them. */
export async function suggestions(options: TeamsOptions, { context }: Asked, { value }: Heard) {
  const { queryText, dataset } = (value ?? {}) as { queryText?: unknown; dataset?: unknown };
  const [command = '', name = ''] = String(dataset ?? '').split(' ');
  const typed = String(queryText ?? '').slice(0, 200);
  const found = await searchOptions(options.registry, context, { command, name, typed });
  const results = found.slice(0, MOST).map(({ value: id, label }) => ({ value: id, title: label }));
  return { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } };
}
