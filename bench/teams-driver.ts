import { startOpenId } from '../tests/teams/peers/openid-server.ts';
import { drive } from './driver.ts';
import { startPeer } from './teams-peer.ts';
import { activityOf, activityRequest, CLIENT_ID, type Doing, type Told } from './teams-requests.ts';

/** Tells apps what people do in Teams, and stands for its Bot Connector when they answer. */

const { serviceUrl, endOf } = await startPeer();
const openid = await startOpenId(CLIENT_ID);
// As Teams does: one for many requests, for as long as it holds.
const token = openid.mint(serviceUrl);
const told: Told = { serviceUrl, openIdMetadataUrl: openid.metadataUrl };

drive<Doing>(told, async ({ port, lane, seat }, doing) => {
  const request = activityRequest(port, activityOf(doing, serviceUrl, seat), token);
  const end = 'typed' in doing ? endOf(seat) : undefined;
  const begun = performance.now();
  const response = await lane.send(request);
  const { at: answered, body } = end ? await end : response;
  return { begun, acknowledged: response.at, answered, body };
});
