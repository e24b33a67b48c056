import type { Context } from '../../src/command/command.ts';
import { refreshable } from '../../src/command/refreshable.ts';
import { calendarSpan } from '../../src/domain/campaign/calendar-entry.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Series } from '../../src/domain/series/series.ts';
import type { Message } from '../../src/reply/reply.ts';
import { seriesCard } from '../../src/views/series-card.ts';
import { viewOf } from '../../src/views/view-of.ts';

/** A recurring moment's card with all the editions that the reader may see, the newest first. */
export async function showSeries(context: Context, series: Series): Promise<Message> {
  const { store, scope, audience, actor } = context;
  const editions = await store.linked('campaign', 'series', series.id, scope);
  editions.sort((a, b) => (firstDay(a) < firstDay(b) ? 1 : -1));
  const view = await viewOf(context, [series, ...editions]);
  return refreshable({ ...seriesCard(series, editions, view, actor.role !== 'outsider'), audience }, 'toon', {
    wat: series.id,
  });
}

function firstDay(campaign: Campaign): string {
  return calendarSpan(campaign)?.first ?? '9999';
}
