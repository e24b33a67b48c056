import { startBareTeams } from '../tests/teams/bare-app.ts';
import { answerUsage } from './server-child.ts';
import { BOT_TOKEN, CLIENT_ID, type Told } from './teams-requests.ts';

/**
 * An app of the Teams SDK that echoes, and shows the same card for every button. It acknowledges a message at once, as
 * ours does, or ("answers-first") waits for its own answer before, as the SDK's examples do.
 */

const CARD = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'ok' }] } as const;
const TYPE = 'application/vnd.microsoft.card.adaptive';

const [told = '', when] = process.argv.slice(2);
const { serviceUrl, openIdMetadataUrl } = JSON.parse(told) as Told;
const setup = { clientId: CLIENT_ID, openIdMetadataUrl, token: BOT_TOKEN, serviceUrl };
const { app, base } = await startBareTeams({ ...setup, echoes: false });
app.on('message', async ({ send, activity }) => {
  const sent = send(`echo ${activity.text}`);
  if (when === 'answers-first') await sent;
});
app.on('card.action', async () => ({ statusCode: 200, type: TYPE, value: CARD as never }));
app.on('dialog.open', async () => ({
  task: { type: 'continue', value: { title: 'ok', card: { contentType: TYPE, content: CARD as never } } },
}));
answerUsage(Number(new URL(base).port));
