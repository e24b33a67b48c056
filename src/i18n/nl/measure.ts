/** Measures for each fraud form. */
export const measure = {
  'command.maatregel.title': 'Maatregelen per fraudevorm',
  'command.maatregel.summary':
    'Welke werkende maatregelen er per geprioriteerde vorm zijn gekozen, door wie, en waar ze ontbreken',
  'field.maatregel': 'Maatregel',
  'field.priority': 'Prioriteit sinds',
  'hint.maatregel.vorm': 'Een vorm die prioriteit heeft',
  'hint.maatregel.praktijk': 'Een gepubliceerde aanpak; een waarschuwing kun je niet kiezen',
  'hint.maatregel.wie': 'Wie voert het uit? Leeg: je eigen organisatie',
  'choice.kies': 'een maatregel kiezen',
  'choice.stand': 'zeggen hoe ver een maatregel is',
  'choice.gaten': 'zien waar maatregelen ontbreken',
  'choice.prioriteit': 'een vorm prioriteit geven',
  'choice.geen-prioriteit': 'prioriteit weghalen',
  'choice.gekozen': 'gekozen',
  'choice.in-voorbereiding': 'in voorbereiding',
  'choice.loopt': 'loopt',
  'do.choose-measure': 'Kies als maatregel',
  'do.gaps': 'Waar ontbreken maatregelen?',
  'do.all-measures': 'Alle maatregelen',
  'do.prioritise': 'Vorm prioriteit geven',
  'measure.intro':
    'Het actieplan vraagt per geprioriteerde vorm {wanted} maatregelen waarvan gemeten is dat ze werken.',
  'measure.none':
    'Er is nog geen fraudevorm met prioriteit. Een coördinator geeft die met "maatregel prioriteit".',
  'measure.form-none':
    'Deze vorm heeft geen prioriteit. Een coördinator geeft die met "maatregel prioriteit".',
  'measure.count': 'Werkend gekozen: {chosen} van {wanted}; daarvan lopen er {running}.',
  'measure.line': '{state}, door {who}',
  'measure.chosen': 'gekozen',
  'measure.preparing': 'in voorbereiding',
  'measure.running': 'loopt',
  'measure.stopped': 'gestopt',
  'measure.do-chosen': 'Gekozen',
  'measure.do-preparing': 'In voorbereiding',
  'measure.do-running': 'Loopt',
  'measure.do-stopped': 'Gestopt',
  'measure.not-effective':
    'Telt niet mee: het effect is niet gemeten, of niet voor deze vorm, of de aanpak is ingetrokken.',
  'measure.gaps-title': 'Waar maatregelen ontbreken',
  'measure.gaps':
    '{count, plural, =0 {{forms, plural, one {De vorm met prioriteit heeft} other {Alle # vormen met prioriteit hebben}} {wanted} werkende maatregelen die lopen.} other {# van de {forms} vormen met prioriteit {count, plural, one {heeft} other {hebben}} nog geen {wanted} werkende maatregelen die lopen.}}',
  'measure.what-counts': 'Alleen bewijs A of B telt, en alleen voor deze vorm of voor alle vormen.',
  'measure.gap-choose': 'Gekozen: {chosen} van {wanted}. Er moet nog een maatregel gekozen worden.',
  'measure.gap-run': 'Gekozen: {chosen}. Er lopen er nog maar {running} van {wanted}.',
  'measure.chosen-told': 'De maatregel is gekozen.',
  'measure.state-told': 'Genoteerd hoe ver de maatregel is.',
  'measure.priority-told': 'Deze vorm heeft nu prioriteit.',
  'measure.no-priority-told': 'Deze vorm heeft geen prioriteit meer. De maatregelen zijn bewaard.',
  'refusal.measure-needs': 'Er ontbreekt nog iets: {what}. Vul dat in.',
  'refusal.not-your-measure': 'Alleen wie deze maatregel uitvoert, en coördinatoren, kunnen dit wijzigen.',
  'refusal.form-not-prioritised':
    '{form} heeft geen prioriteit. Een coördinator geeft die met "maatregel prioriteit"; daarna kun je kiezen.',
  'refusal.partners-in-private':
    'Dit is alleen voor partners, en in een kanaal lezen anderen mee. Vraag het mij in een privébericht.',
} as const;
