import { SocketModeReceiver } from '@slack/bolt';
import { ProxyAgent } from 'undici';
import type { SlackOptions } from '../options.ts';
import { apiUrlOf, type SocketSettings } from '../settings.ts';
import type { Slack } from '../slack.ts';
import { boltLog } from './bolt-log.ts';
import { connected, IMPATIENT } from './connected.ts';
import { keepConnecting } from './keep-connected.ts';
import { singleWorkspace } from './single-workspace.ts';

/** Slack over Socket Mode: one workspace, which cannot reach us; we call it. */
export function overSocket(options: SlackOptions, settings: SocketSettings): Slack {
  const { appToken, botToken, proxyUrl } = settings;
  const receiver = new SocketModeReceiver({
    appToken,
    ...(proxyUrl === undefined ? {} : { dispatcher: new ProxyAgent(proxyUrl) }),
    logger: boltLog(options.log),
    installerOptions: { clientOptions: { ...IMPATIENT, slackApiUrl: apiUrlOf(options.settings) } },
  });
  const single = singleWorkspace(options, botToken);
  let stopTrying = () => {};
  const tokens = async (tenant: string) => (tenant === (await single.tenant()) ? botToken : undefined);
  const parts = connected(options, { receiver, authorize: single.authorize }, tokens, undefined);
  return {
    ...parts,
    routes: undefined,
    start: async () => {
      stopTrying = keepConnecting(async () => {
        await single.tenant();
        await parts.app.start();
      }, options.log);
    },
    stop: async () => {
      stopTrying();
      await parts.app.stop().catch(() => {
        // It never was connected.
      });
      await parts.settled();
    },
  };
}
