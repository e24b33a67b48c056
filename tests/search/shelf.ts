import { campaign } from '../../src/domain/campaign/campaign.ts';
import { contact } from '../../src/domain/contact/contact.ts';
import { evaluation } from '../../src/domain/evaluation/evaluation.ts';
import type { AnyRecord } from '../../src/domain/records.ts';
import { signal } from '../../src/domain/signal/signal.ts';

/**
 * Invented evaluations, signals and contacts beside the calendar files, which hold none. Nothing here happened; it
 * exists so that the search has all kinds of records to look through.
 */

const AT = '2026-11-10T09:00:00Z';
const police = { organisation: 'organisation/politie', by: 'person/politie-demo', at: AT } as const;
const ccv = { organisation: 'organisation/ccv', by: 'person/ccv-demo', at: AT } as const;
const nvb = { organisation: 'organisation/nvb', by: 'person/nvb-demo', at: AT } as const;

const evaluations = [
  evaluation.parse({
    id: 'evaluation/wvv-2025-ccv',
    ...ccv,
    campaign: 'campaign/week-van-de-veiligheid-2025',
    about: 'Week van de Veiligheid 2025',
    reached: '(verzonnen) 38 gemeenten deden mee met een inloopuur.',
    lessons: ['Begin drie maanden eerder met de gemeenten.'],
    again: 'changed',
  }),
  evaluation.parse({
    id: 'evaluation/seniorenmaand-2021-politie',
    ...police,
    campaign: 'campaign/maand-van-senioren-en-veiligheid-2021',
    about: 'Maand van senioren en veiligheid 2021',
    reached: '(verzonnen) Vier webinars met 4.000 kijkers.',
    measured: 'Een vragenlijst vooraf en achteraf onder 300 kijkers.',
    lessons: ['Laat een bekende Nederlander presenteren.', 'Stuur na drie weken een herinnering.'],
    again: 'yes',
  }),
  evaluation.parse({
    id: 'evaluation/emma-2021-politie',
    ...police,
    campaign: 'campaign/european-money-mule-action-2021',
    about: 'European Money Mule Action 2021',
    reached: '(verzonnen) Filmpjes op Snapchat voor mbo-studenten.',
    lessons: ['Ga naar de scholen toe.'],
    again: 'yes',
  }),
  evaluation.parse({
    id: 'evaluation/50plusbeurs-2025-nvb',
    ...nvb,
    campaign: 'campaign/50plusbeurs-2025',
    about: '50PlusBeurs 2025',
    reached: '(verzonnen) 900 gesprekken in de stand.',
    costs: 'Stand en folders kostten 14.000 euro.',
    lessons: ['Twee mensen per dag is te weinig.'],
    again: 'yes',
  }),
];

const signals = [
  signal.parse({
    id: 'signal/nepagent-sieraden',
    ...police,
    title: 'Nepagent haalt sieraden op na een telefoontje',
    what: '(verzonnen) Een beller waarschuwt voor inbrekers in de straat; een collega haalt de waardevolle spullen op.',
    tell: 'De politie haalt nooit sieraden of geld op.',
    forms: ['form/nepagent'],
    channels: ['channel/telefoon'],
    regions: ['region/zeeland-west-brabant'],
  }),
  signal.parse({
    id: 'signal/qr-sticker',
    ...police,
    title: 'Valse QR-sticker op een parkeerautomaat',
    what: '(verzonnen) De sticker leidt naar een nagemaakte betaalpagina.',
    forms: ['form/quishing'],
    regions: ['region/limburg'],
  }),
  signal.parse({
    id: 'signal/noodcode',
    ...nvb,
    title: 'Beller namens de bank vraagt om een noodcode',
    what: '(verzonnen) De noodcode is in werkelijkheid de code om een nieuw toestel aan te melden.',
    forms: ['form/bankhelpdeskfraude'],
  }),
  signal.parse({
    id: 'signal/nepvacature',
    ...nvb,
    title: 'Nepvacature die om een bankrekening vraagt',
    what: '(verzonnen) In groepen op Telegram; wie reageert wordt geldezel.',
    forms: ['form/baanfraude'],
    channels: ['channel/sociale-media'],
  }),
  signal.parse({
    id: 'signal/pakketje',
    ...ccv,
    title: 'Sms over een pakketje',
    what: '(verzonnen) Een link naar een valse bezorgdienst.',
    forms: ['form/phishing'],
    state: 'closed',
    closedAt: AT,
    closedReason: 'Al maanden niet meer gezien.',
  }),
];

const valid = { validUntil: '2027-11-01', reach: 'Alleen via de centrale' };
const contacts = [
  contact.parse({
    id: 'contact/takedown',
    ...valid,
    organisation: 'organisation/thuiswinkel-org',
    role: 'Takedown van nepwebshops',
    forms: ['form/aankoopfraude'],
  }),
  contact.parse({
    id: 'contact/geldezels-nvb',
    ...valid,
    organisation: 'organisation/nvb',
    role: 'Rekeningen van geldezels bij banken blokkeren',
  }),
  contact.parse({
    id: 'contact/spoofing-coin',
    ...valid,
    organisation: 'organisation/coin',
    role: 'Spoofing van telefoonnummers melden',
  }),
];

/** The edition that one of the evaluations is about; the others are in the calendar files. */
const edition = campaign.parse({
  id: 'campaign/50plusbeurs-2025',
  title: '50PlusBeurs 2025',
  series: 'series/50plusbeurs',
  edition: '2025',
  visibility: 'public',
  period: { start: '2025-09-16', end: '2025-09-20' },
  dateState: 'provisional',
  audiences: ['audience/senioren'],
});

export const shelf: readonly AnyRecord[] = [edition, ...evaluations, ...signals, ...contacts];
