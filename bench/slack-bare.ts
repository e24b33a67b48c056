import { createServer } from 'node:http';
import { App, ExpressReceiver } from '@slack/bolt';
import { listen } from '../src/web/http-server.ts';
import { answerUsage } from './server-child.ts';
import { INSTALLATION, SIGNING_SECRET } from './slack-requests.ts';

/** A Bolt app that acknowledges every slash command with nothing and answers "ok"; its installation is in memory. */

const receiver = new ExpressReceiver({
  signingSecret: SIGNING_SECRET,
  clientId: '1.2',
  clientSecret: 'geheim',
  stateSecret: 'staat',
  scopes: ['commands', 'chat:write'],
  installationStore: {
    storeInstallation: async () => {},
    fetchInstallation: async () => INSTALLATION,
  },
});
const slackApiUrl = `http://127.0.0.1:${process.argv[2]}/api/`;
const app = new App({ receiver, convoStore: false, clientOptions: { slackApiUrl } });
app.command(/./, async ({ ack, respond }) => {
  await ack();
  await respond('ok');
});
answerUsage(await listen(createServer(receiver.app), '127.0.0.1', 0));
