import type { SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import { translator } from '../../../i18n/translate.ts';
import type { Back } from '../../../render/slack/modal-metadata.ts';
import { renderSlack } from '../../../render/slack/render-slack.ts';
import { within } from '../../chat/patience.ts';
import type { SlackOptions } from '../options.ts';
import type { Outcome } from '../show/after-form.ts';
import { respondTo } from '../show/respond-to.ts';
import { busyView } from '../show/views.ts';

/** Slack waits three seconds; what takes longer is shown when it is there. */
const PATIENCE_MS = 2_000;

export interface Waiting {
  ack: SlackViewMiddlewareArgs<ViewSubmitAction>['ack'];
  client: WebClient;
  viewId: string;
  back?: Back | undefined;
}

/** Acknowledges a form in time: with what came of it, or with "one moment" and what came of it later. */
export async function acknowledgeInTime(
  options: SlackOptions,
  { ack, client, viewId, back }: Waiting,
  work: Promise<Outcome>,
): Promise<void> {
  const t = translator('nl');
  const first = await within(PATIENCE_MS, work);
  if (first) return ack(toldOf(first));
  await ack({ response_action: 'update', view: busyView({ t }) });
  const outcome = await work;
  try {
    await client.views.update({ view_id: viewId, view: lateView(outcome) });
  } catch (error) {
    options.log.warn({ reason: (error as Error).message }, 'a modal was closed before its answer was there');
    if (outcome.response_action === 'clear' || !back) return;
    const sections = [{ type: 'notice' as const, tone: 'warning' as const, text: t('chat.form-waits') }];
    const message = renderSlack(
      { type: 'message', title: t('chat.app-name'), audience: 'private', sections },
      t,
    );
    await respondTo(back.url, message, options);
  }
}

function toldOf(outcome: Outcome) {
  if (outcome.response_action === 'update') return outcome;
  if (outcome.response_action === 'clear') return { response_action: 'clear' as const };
  return { response_action: 'errors' as const, errors: outcome.errors };
}

function lateView(outcome: Outcome): ModalView {
  return outcome.response_action === 'update' ? outcome.view : outcome.late;
}
