import { HOME_ZONE } from '../core/clock.ts';
import { waitingPhones } from '../domain/help-point/shown-phones.ts';
import type { NudgeFacts } from '../domain/nudge/facts.ts';
import type { NudgeButton } from '../domain/nudge/rule.ts';
import { isKind } from '../domain/records.ts';
import type { Action } from '../reply/reply.ts';
import type { View } from './view.ts';

type Maker = (facts: NudgeFacts, t: View['t'], today: View['today']) => Action | undefined;

/** The words that `antwoord` takes, for the answers that need nothing more. */
const answer =
  (word: string, label: Parameters<View['t']>[0], more: Partial<Action> = {}): Maker =>
  ({ nudge }, t) => ({
    label: t(label),
    command: 'antwoord',
    args: { herinnering: nudge.id, antwoord: word },
    ...more,
  });

/** A button that opens a form of the campaign, drawn from the version that is shown. */
const campaignForm =
  (command: string, label: Parameters<View['t']>[0]): Maker =>
  ({ campaign }, t) =>
    campaign && {
      label: t(label),
      command,
      args: { campagne: campaign.id },
      version: campaign.version,
      opensForm: true,
    };

const plain =
  (label: Parameters<View['t']>[0], command: string, args: Action['args'] = {}): Maker =>
  (_facts, t) => ({ label: t(label), command, args });

const MAKERS: Record<NudgeButton, Maker> = {
  'on-schedule': answer('op-schema', 'answer.on-schedule', { style: 'primary' }),
  done: answer('klaar', 'answer.done'),
  late: answer('laat', 'answer.late', { opensForm: true }),
  snooze: answer('later', 'answer.snooze-week'),
  'goes-on': answer('gaat-door', 'answer.goes-on'),
  dropped: answer('vervalt', 'answer.dropped'),
  'confirm-date': campaignForm('bevestig-datum', 'do.confirm-date'),
  'fill-in': campaignForm('wijzig', 'answer.fill-in'),
  join: (facts, t) => participate(facts, 'ja', t('answer.join')),
  decline: (facts, t) => participate(facts, 'nee', t('answer.decline')),
  approve: ({ campaign }, t) =>
    campaign && {
      label: t('do.approve'),
      command: 'goedkeuren',
      args: { campagne: campaign.id },
      version: campaign.version,
      style: 'primary',
    },
  show: ({ subject }, t) => ({ label: t('do.show'), command: 'toon', args: { wat: subject.id } }),
  overlap: ({ campaign }, t) =>
    campaign && { label: t('do.overlap'), command: 'overlap', args: { campagne: campaign.id } },
  'new-campaign': ({ subject }, t) => {
    const audiences = 'audiences' in subject ? subject.audiences : [];
    const args = audiences.length > 0 ? { doelgroep: audiences } : {};
    return { label: t('do.new'), command: 'nieuw', args, opensForm: true };
  },
  people: plain('setup.people', 'persoon', { doe: 'lijst' }),
  newsletter: plain('answer.newsletter', 'nieuwsbrief'),
  right: answer('klaar', 'do.still-right', { style: 'primary' }),
  'confirm-phones': ({ subject }, t, today) => {
    if (!isKind(subject, 'helppoint')) return undefined;
    const waiting = waitingPhones(subject, today.toZonedDateTime(HOME_ZONE).toInstant());
    if (waiting.length === 0) return undefined;
    const args = { bevestig: subject.id };
    return { label: t('do.confirm-phones'), command: 'meldpunt', args, version: subject.version };
  },
  'renew-contact': ({ subject }, t) => ({
    label: t('do.renew-contact'),
    command: 'contacten',
    args: { doe: 'wijzig', contact: subject.id },
    version: subject.version,
    opensForm: true,
  }),
  sent: plain('answer.sent', 'verzonden'),
  review: ({ subject }, t) => ({
    label: t('do.review'),
    command: 'beoordeel',
    args: { praktijk: subject.id },
    style: 'primary',
  }),
  revise: ({ subject }, t) =>
    isKind(subject, 'practice') && subject.state === 'changes-asked'
      ? {
          label: t('do.improve'),
          command: 'herzie',
          args: { praktijk: subject.id },
          version: subject.version,
          opensForm: true,
        }
      : undefined,
  evaluate: ({ campaign }, t) =>
    campaign && {
      label: t('do.evaluate'),
      command: 'evaluatie',
      args: { campagne: campaign.id },
      opensForm: true,
      style: 'primary',
    },
  'look-back': (facts, t) => {
    const earlier = toLookBackOn(facts);
    if (earlier === undefined) return undefined;
    return { label: t('do.look-back'), command: 'terugblik', args: { wat: earlier } };
  },
};

/** The buttons of a nudge: those of its rule, and last the one for every other answer. */
export function nudgeButtons(
  buttons: readonly NudgeButton[],
  facts: NudgeFacts,
  { t, today }: View,
): Action[] {
  const other: Action = {
    label: t('answer.other'),
    command: 'antwoord',
    args: { herinnering: facts.nudge.id },
    opensForm: true,
  };
  return [...buttons.flatMap((button) => MAKERS[button](facts, t, today) ?? []), other];
}

/** The series of a campaign over the years, else the campaign like it that taught something; nothing else helps. */
function toLookBackOn({ subject, campaign, known }: NudgeFacts): string | undefined {
  if (isKind(subject, 'series')) return subject.id;
  return campaign?.series ?? known?.earlier[0]?.campaign.id;
}

function participate({ campaign, subject }: NudgeFacts, word: string, label: string): Action | undefined {
  if (!campaign || !('organisation' in subject)) return undefined;
  const args = { campagne: campaign.id, antwoord: word, organisatie: subject.organisation as string };
  return { label, command: 'meedoen', args };
}
