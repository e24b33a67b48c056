import type { AllMiddlewareArgs, SlackEventMiddlewareArgs } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import type { Context } from '../../../command/command.ts';
import { runRequest } from '../../../command/run.ts';
import type { Reply } from '../../../reply/reply.ts';
import { runSafely } from '../../chat/run-safely.ts';
import { asked, type Who } from '../asked.ts';
import type { SlackOptions } from '../options.ts';
import { homeView } from '../show/views.ts';
import { withOrWithoutPictures } from '../show/without-pictures.ts';
import { placeOf } from '../who-of.ts';

/** Someone opened the app's Home. */
export function onHomeOpened(options: SlackOptions) {
  return async ({
    event,
    client,
    context,
  }: SlackEventMiddlewareArgs<'app_home_opened'> & AllMiddlewareArgs): Promise<void> => {
    if (event.tab !== 'home') return;
    const around = await asked(options, { ...placeOf(context), user: event.user, client });
    await showHome(options, around, client, (event.view as { hash?: string } | undefined)?.hash);
  };
}

/** Draws the asker's Home: their own overview. `hash`: of the view that Slack shows now, so that none newer is lost. */
export async function showHome(
  options: SlackOptions,
  context: Context,
  client: WebClient,
  hash?: string,
): Promise<void> {
  const reply = await runSafely(options, context, () =>
    runRequest(options.registry, context, { command: 'overzicht', args: {} }),
  );
  const user = context.from?.user;
  if (user === undefined) return;
  const publish = (shown: Reply) =>
    client.views.publish({
      user_id: user,
      view: homeView(shown, context),
      ...(hash ? { hash } : {}),
    });
  try {
    await withOrWithoutPictures(reply, publish);
  } catch (error) {
    // Another tab of the same person was first; that one shows what is true now.
    if (!String((error as Error).message).includes('hash_conflict')) throw error;
    options.log.debug({}, 'the Home was drawn by another request meanwhile');
  }
}

/** Draws someone's Home as it is after what they did, with the rights that they have by now. */
export async function refreshHome(options: SlackOptions, who: Who): Promise<void> {
  try {
    await showHome(options, await asked(options, who), who.client);
  } catch (error) {
    options.log.warn({ reason: (error as Error).message }, 'the Home could not be drawn anew');
  }
}
