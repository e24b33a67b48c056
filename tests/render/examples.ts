import type { Choice, Confirm, FormReply, Message } from '../../src/reply/reply.ts';

const campaign = { campagne: 'campaign/week-van-de-veiligheid-2027' };

/** What a partner sees when asking for a campaign. */
export const exampleMessage: Message = {
  type: 'message',
  title: 'Week van de Veiligheid 2027',
  audience: 'private',
  sections: [
    { type: 'notice', tone: 'warning', text: 'De datum is nog niet bevestigd.' },
    {
      type: 'fields',
      fields: [
        { label: 'Periode', value: '4 t/m 10 oktober 2027' },
        {
          label: 'Trekker',
          value: [{ text: 'CCV', strong: true }, { text: ', plaatsvervanger ' }, { text: 'VNO-NCW' }],
        },
        {
          label: 'Pagina',
          value: [{ text: 'weekvandeveiligheid.nl', href: 'https://www.weekvandeveiligheid.nl/' }],
        },
      ],
    },
    { type: 'heading', text: 'Wie doet mee' },
    {
      type: 'table',
      caption: 'Deelnemers',
      columns: ['Organisatie', 'Bijdrage', 'Zeker'],
      rows: [
        ['Politie', 'Spreker op dinsdag', 'ja'],
        ['Fraudehelpdesk', 'Filmpje en een artikel in de nieuwsbrief van oktober', 'misschien'],
      ],
    },
    {
      type: 'list',
      items: [
        {
          title: 'Stand geregeld',
          lines: ['5 augustus 2027, door CCV'],
          actions: [{ label: 'Klaar', command: 'klaar', args: { taak: 'task/stand' }, version: 2 }],
        },
      ],
    },
    {
      type: 'actions',
      actions: [
        { label: 'Doe mee', command: 'doe-mee', args: campaign, version: 3, style: 'primary' },
        { label: 'Verzet', command: 'verzet', args: { ...campaign, periode: 'nov 2027' }, opensForm: true },
      ],
    },
  ],
  next: { label: '', command: 'agenda', args: { vanaf: '2027-11-01' } },
};

/** An ambiguous name. */
export const exampleChoice: Choice = {
  type: 'choice',
  question: 'Welke bedoel je?',
  options: [
    {
      label: 'Week van de Veiligheid 2026',
      detail: 'oktober 2026',
      action: { label: '', command: 'bekijk', args: { campagne: 'campaign/w-2026' } },
    },
    {
      label: 'Week van de Veiligheid 2027',
      action: { label: '', command: 'bekijk', args: { campagne: 'campaign/w-2027' } },
    },
  ],
};

/** A form that came back with an error. */
export const exampleForm: FormReply = {
  type: 'form',
  title: 'Een campagne voorstellen',
  intro: 'Drie velden zijn genoeg.',
  command: 'stel-voor',
  version: 1,
  submitLabel: 'Voorstellen',
  fields: [
    { name: 'titel', label: 'Titel', required: true, input: 'text', value: 'Bankhelpdeskfraude' },
    {
      name: 'periode',
      label: 'Periode',
      hint: 'Bijvoorbeeld: okt 2027',
      required: true,
      input: 'period',
      value: 'ooit',
      error: 'Deze periode begrijp ik niet.',
    },
    { name: 'start', label: 'Begin', required: false, input: 'date', value: '2027-10-04' },
    {
      name: 'doelgroep',
      label: 'Doelgroep',
      required: true,
      input: 'multi-select',
      options: [
        { value: 'ouderen', label: 'Ouderen' },
        { value: 'jongeren', label: 'Jongeren' },
      ],
      value: ['ouderen'],
    },
    {
      name: 'trekker',
      label: 'Trekker',
      required: false,
      input: 'select',
      searchKinds: ['organisation'],
      options: [{ value: 'organisation/ccv', label: 'CCV' }],
      value: 'organisation/ccv',
    },
    { name: 'openbaar', label: 'Iedereen mag het zien', required: true, input: 'flag', value: 'nee' },
  ],
};

/** A preview with a clash. */
export const exampleConfirm: Confirm = {
  type: 'confirm',
  title: 'Verzetten naar november?',
  draft: [{ label: 'Nieuwe periode', value: '1 t/m 7 november 2027' }],
  warnings: [{ type: 'notice', tone: 'warning', text: 'Dan loopt ook Black Friday.' }],
  confirm: { label: 'Verzet toch', command: 'verzet', args: campaign, version: 3, confirmed: true },
  alternatives: [{ label: 'Pas aan', command: 'verzet', args: campaign, opensForm: true }],
};
