import type { App, InstallationStore } from '@slack/bolt';
import { turns } from '../../core/turns.ts';
import { SLACK_ACTION_PREFIX } from '../../render/slack/limits.ts';
import { FROM_MESSAGE } from '../chat/form-from-message.ts';
import { recently } from '../chat/once.ts';
import { DOUBLE_CLICK_MS } from '../chat/times.ts';
import { onClosed } from './hear/closing.ts';
import { MAIN_COMMAND, onCommand, SHORT_COMMANDS } from './hear/commands.ts';
import { onHomeOpened } from './hear/home.ts';
import { onInput } from './hear/inputs.ts';
import { onGone, onUserChange } from './hear/lifecycle.ts';
import { onPress } from './hear/press.ts';
import { onMessageShortcut } from './hear/shortcuts.ts';
import { onSubmission } from './hear/submission.ts';
import { onSuggestions } from './hear/suggestions.ts';
import { onDirectMessage, onMention } from './hear/talk.ts';
import { type Failed, tellFailure } from './hear/tell-failure.ts';
import { onLinkShared } from './hear/unfurl.ts';
import type { SlackOptions } from './options.ts';
import { ARGUMENT } from './show/read-view.ts';

type OnError = Parameters<App['error']>[0];

/** How long a request is known, so that the same one sent again does nothing: longer than Slack's signatures hold. */
const REPLAY_MS = 10 * 60_000;

/** Everything that Slack can tell us, and what does it. */
export function listen(app: App, options: SlackOptions, installations: InstallationStore | undefined): void {
  const { monotonic, underWay } = options;
  const requests = recently(REPLAY_MS, monotonic);
  app.use(async (request) => {
    const name = nameOf(request.body as unknown as Record<string, unknown>);
    if (name === undefined || requests.isFirst(name)) return underWay.during(request.next());
    if ('ack' in request) await (request.ack as () => Promise<void>)();
  });

  const command = onCommand(options, turns());
  app.command(MAIN_COMMAND, command);
  for (const name of SHORT_COMMANDS) app.command(`/${name}`, command);
  app.action(
    startingWith(SLACK_ACTION_PREFIX),
    onPress(options, recently(DOUBLE_CLICK_MS, monotonic)) as never,
  );
  app.action(startingWith(ARGUMENT), onInput(options) as never);
  app.options(startingWith(ARGUMENT), onSuggestions(options) as never);
  app.view(/^(form|confirm):/, onSubmission(options));
  app.view({ type: 'view_closed', callback_id: /^form:/ }, onClosed(options));
  for (const name of FROM_MESSAGE)
    app.shortcut({ type: 'message_action', callback_id: name }, onMessageShortcut(options, name));
  app.event('app_home_opened', onHomeOpened(options));
  app.event('message', onDirectMessage(options));
  app.event('app_mention', onMention(options));
  app.event('link_shared', onLinkShared(options));
  app.event('user_change', onUserChange(options));
  app.event('app_uninstalled', onGone(options, installations));
  app.event('tokens_revoked', onGone(options, installations));
  app.error(((failed: Failed) => underWay.during(tellFailure(options, failed))) as unknown as OnError);
}

/** What names a request: an event has an id, and every press or command a trigger. */
function nameOf(body: Record<string, unknown>): string | undefined {
  const id = body.event_id ?? body.trigger_id;
  return typeof id === 'string' && id !== '' ? id : undefined;
}

function startingWith(prefix: string): RegExp {
  return new RegExp(`^${RegExp.escape(prefix)}`);
}
