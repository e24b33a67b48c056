import { drive } from './driver.ts';
import { startPeer } from './slack-peer.ts';
import { slashRequest } from './slack-requests.ts';

/** Types slash commands as Slack passes them on, and stands for Slack when they are answered. */

const peer = await startPeer();
let number = 0;

drive<string>(peer.port, async ({ port, lane }, typed) => {
  number++;
  const key = `bench-${number}`;
  const request = slashRequest(port, typed, key, peer.responseUrl(key));
  const end = peer.endOf(key);
  const begun = performance.now();
  const { at: acknowledged } = await lane.send(request);
  const { at: answered, body } = await end;
  return { begun, acknowledged, answered, body };
});
