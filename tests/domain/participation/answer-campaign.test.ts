import { expect, it } from 'vitest';
import { answerCampaign } from '../../../src/domain/participation/answer-campaign.ts';
import type { Answer } from '../../../src/domain/participation/participation.ts';
import { BANKS, POLICE, sampleActor, sampleCampaign, sampleOrganisation } from '../../support/samples.ts';
import { NOW, testStore } from '../../support/test-store.ts';

it('keeps when an organisation was first invited, and when it last answered', async () => {
  const store = await testStore(
    sampleOrganisation(POLICE),
    sampleOrganisation(BANKS),
    sampleCampaign('a', { leads: [{ organisation: POLICE }] }),
  );
  const say = (answer: Answer, hours: number) => {
    const organisations = [answer === 'invited' ? POLICE : BANKS];
    const by = { actor: sampleActor({ organisations }), at: NOW.add({ hours }) };
    return answerCampaign(store, by, { campaign: 'campaign/a', organisation: BANKS, answer });
  };
  const at = (hours: number) => NOW.add({ hours }).toString();
  const invited = await say('invited', 0);
  expect([invited.invitedAt, invited.answeredAt]).toEqual([at(0), undefined]);
  await say('joins', 1);
  const declined = await say('declines', 2);
  expect([declined.invitedAt, declined.answeredAt]).toEqual([at(0), at(2)]);
  const again = await say('invited', 3);
  expect([again.invitedAt, again.answeredAt]).toEqual([at(0), at(2)]);
});
