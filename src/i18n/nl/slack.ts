/** What only Slack needs: installing, and how one types there. */
export const slack = {
  'slack.how-to-type':
    'Hier typ je /campagne, met het commando erachter, zoals /campagne kalender oktober. In een privébericht aan mij is het commando genoeg.',
  'slack.locked-out-socket': 'Ik kan nu niet bij Slack. Vraag wie mij beheert om naar het logboek te kijken.',
  'slack.locked-out':
    'Ik kan niet meer bij deze werkruimte. Een beheerder van Slack kan mij opnieuw installeren via {url}',
  'slack.not-opened': 'Slack gaf mij geen tijd om het formulier te openen. Probeer het nog eens.',
  'slack.install-title': 'Campagneregie in Slack',
  'slack.install-text':
    'Met deze knop zet je Campagneregie in de Slack-werkruimte van je organisatie. Slack laat eerst zien waar ik bij mag.\nDaarna koppel je de werkruimte met een code van de coördinator. Tot die tijd ziet niemand er iets.',
  'slack.install-button': 'Zet in Slack',
  'slack.installed-title': 'Gelukt',
  'slack.installed-text':
    'Campagneregie staat nu in {name}.\nNog één stap: vraag de coördinator van het samenwerkingsverband om een code, en typ in Slack: /campagne koppel, met de code erachter.',
  'slack.not-installed-title': 'Niet gelukt',
  'slack.not-installed-text':
    'Slack gaf geen toestemming, of de link was te oud of van een andere browser. Er is niets bewaard.\nBegin opnieuw via de installatielink.',
  'slack.command-main': 'Vraag het Campagneregie: kalender, acties, praktijk en meldpunten',
  'slack.command-hint': 'kalender oktober · nieuw · help',
  'slack.manifest-short': 'De gedeelde campagnekalender tegen online fraude, met herinneringen op tijd',
  'slack.manifest-long':
    'Campagneregie houdt voor het publiek-private samenwerkingsverband tegen online fraude één campagnekalender en één plank met goede praktijken bij. Je vraagt het in een kanaal, in een privébericht of op het tabblad Start. Trekkers krijgen op tijd een herinnering, en elke week een overzicht. Een werkruimte ziet pas iets als zij met een code van de coördinator is gekoppeld.',
} as const;
