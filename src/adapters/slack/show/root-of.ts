import type { ViewOutput } from '@slack/bolt';

/** The modal that a view began as: it stays the same through all its pages and questions. */
export function rootOf(view: ViewOutput): string {
  return view.root_view_id || view.id;
}
