/** What only Teams needs. */
export const teams = {
  'teams.answered-elsewhere': 'Mijn antwoord staat in ons eigen gesprek: hier kan iedereen meelezen.',
  'teams.not-answered':
    'Ik kan je hier niet privé antwoorden. Zet mij ook voor jezelf in Teams (Apps, Campagneregie, Toevoegen), dan antwoord ik je daar.',
  'teams.later': 'Dit duurt iets langer. Het antwoord komt in ons gesprek.',
  'teams.see-chat': 'Het antwoord staat in het gesprek.',
  'teams.hello-channel':
    'Hallo, ik ben Campagneregie: de gedeelde campagnekalender tegen online fraude. Noem mij met @Campagneregie en wat je wilt weten, zoals "kalender oktober". Mijn antwoord is alleen voor jou te zien.',
  'teams.how-to-type':
    'In een kanaal noem je mij eerst, zoals @Campagneregie kalender oktober. In ons eigen gesprek is het commando genoeg.',
} as const;
