/** Workspaces, codes to link them, and who is not known yet. */
export const workspace = {
  'command.koppel.title': 'Koppelen',
  'command.koppel.submit': 'Koppelen',
  'command.koppel.summary': 'Je werkruimte of je eigen account koppelen met een code van de coördinator',
  'command.koppelcode.title': 'Code om te koppelen',
  'command.koppelcode.summary': 'Een code maken waarmee een organisatie haar werkruimte koppelt',
  'command.koppelcode.submit': 'Maak de code',
  'command.werkruimte.title': 'Werkruimtes',
  'command.werkruimte.summary': 'Zien waar ik geïnstalleerd ben, en van wie die werkruimte is',
  'choice.ontkoppel': 'loskoppelen',
  'field.code': 'Code',
  'field.werkruimte': 'Werkruimte',
  'field.organisaties': 'Organisaties',
  'field.organisations': 'Organisaties',
  'hint.koppelcode.organisaties': 'Meer dan een als zij samen één werkruimte gebruiken',
  'hint.koppelcode.persoon': 'In plaats van een organisatie: voor het account van één persoon',
  'link.tenant':
    'Deze werkruimte hoort nu bij {names}. Iedereen van de organisatie kan mij vanaf nu vragen stellen.',
  'link.tenant-shared':
    'Deze werkruimte hoort nu bij {names}. Iedereen kiest hier één keer voor wie hij of zij werkt, en kan mij daarna vragen stellen.',
  'link.person': 'Dit account is nu dat van {names}.',
  'link.placed':
    'Je doet mee als lezer voor {names}. Je contactpersoon of de coördinator kan je meer rechten geven.',
  'link.code': 'Code',
  'link.for-tenant':
    'Geef deze code aan {names}. Iemand van de organisatie typt dan:\nin Slack: /campagne koppel {code}\nin Teams, in het eigen gesprek met mij: koppel {code}',
  'link.for-person':
    'Geef deze code alleen aan {names}. Wie hem intypt, handelt daarna als {names}:\nin Slack: /campagne koppel {code}\nin Teams, in het eigen gesprek met mij: koppel {code}',
  'link.once': 'De code werkt één keer, tot {until}. Ik laat hem maar één keer zien.',
  'channel.invite-slack':
    'Ik kan er pas iets plaatsen als ik in het kanaal zit. Typ daar: /invite @Campagneregie',
  'channel.invite-teams': 'Ik kan er pas iets plaatsen als ik in dat team ben toegevoegd als app.',
  'workspace.title': 'Werkruimtes',
  'workspace.count':
    '{count, plural, =0 {Ik ben nog nergens geïnstalleerd.} one {1 werkruimte} other {# werkruimtes}}',
  'workspace.slack': 'Slack',
  'workspace.teams': 'Teams',
  'workspace.since': 'geïnstalleerd op {date}',
  'workspace.gone': 'verwijderd op {date}: berichten komen daar niet meer aan',
  'workspace.of': 'Van: {names}',
  'workspace.of-nobody':
    'Nog niet gekoppeld: niemand ziet er iets. Maak een code en geef die aan de organisatie.',
  'workspace.edit': 'Organisaties wijzigen',
  'workspace.unlink': 'Loskoppelen',
  'workspace.unlink-own':
    'Dit is de werkruimte waarin je nu werkt. Daarna kun jij hier ook niets meer vragen: alleen wie het programma beheert, kan weer een code maken.',
  'workspace.unlink-warning':
    'Mensen in deze werkruimte zien daarna niets meer en krijgen er geen berichten, tot je haar weer koppelt.',
  'workspace.linked': '{name} is bijgewerkt.',
  'workspace.unlinked': '{name} is losgekoppeld.',
  'setup.workspaces': 'Werkruimtes',
  'setup.workspace-gone': 'Ik ben hier verwijderd, of mag er niet meer bij. Berichten komen daar niet aan.',
  'standing.unlinked-title': 'Nog niet gekoppeld',
  'standing.unlinked':
    'Jouw organisatie is hier nog niet gekoppeld. Vraag de coördinator van het samenwerkingsverband om een code, en typ daarna: {typed}, met de code erachter. Daarna kun je me alles vragen.',
  'standing.enter-code': 'Vul de code in',
  'standing.guest-title': 'Alleen voor de organisatie zelf',
  'standing.guest':
    'Je bent hier te gast. Ik antwoord alleen mensen van de organisatie zelf. De openbare kalender vind je op {url}',
  'standing.inactive-title': 'Je bent afgemeld',
  'standing.inactive': 'Je bent bij mij afgemeld. Klopt dat niet? Vraag het de coördinator.',
  'standing.unplaced': 'In deze werkruimte werken meer organisaties samen. Voor welke werk jij?',
  'refusal.link-where': 'Koppelen doe je in Slack of Teams zelf: typ daar koppel, met de code erachter.',
  'refusal.link-guest': 'Een gast kan niet koppelen. Vraag het iemand van de organisatie zelf.',
  'refusal.link-placed': 'Ik weet al voor wie je werkt. Klopt het niet? Vraag het de coördinator.',
  'refusal.code-wrong':
    'Deze code ken ik niet, of hij is al gebruikt of verlopen. Kijk hem na, of vraag de coördinator om een nieuwe.',
  'refusal.code-too-often': 'Er zijn te veel verkeerde codes geprobeerd. Probeer het over een uur nog eens.',
  'refusal.code-other-organisation':
    'Deze code is voor iemand van een andere organisatie dan die van deze werkruimte. Koppel eerst de werkruimte.',
  'refusal.code-for-one': 'Kies organisaties of een persoon, niet allebei.',
} as const;
