/** What only Slack needs: sharing, forms that are kept, installing. */
export const slack = {
  'slack.app-name': 'Campagneregie',
  'slack.part-on': 'Verder ({part} van {of})',
  'slack.part-back': 'Terug',
  'slack.part-all': 'Bekijk alles',
  'slack.how-to-type':
    'Hier typ je /campagne, met het commando erachter, zoals /campagne kalender oktober. In een privébericht aan mij is het commando genoeg.',
  'slack.share': 'Deel in dit kanaal',
  'slack.shared-by': 'Gedeeld door {name}',
  'slack.not-shared-title': 'Niet gedeeld',
  'slack.not-shared':
    'Dit is niet openbaar. In een kanaal kan iedereen meelezen, ook gasten; daarom deel ik alleen wat openbaar is.',
  'slack.not-public-title': 'Niet meer te zien',
  'slack.not-public': 'Wat hier stond, is niet meer openbaar of bestaat niet meer.',
  'slack.answered': 'Beantwoord: {answer}',
  'slack.maybe-again':
    'Het kan zijn dat je dit bericht al eerder kreeg: Slack gaf geen antwoord toen ik het de eerste keer stuurde.',
  'slack.draft-filled':
    'Je was hier eerder mee bezig: ik heb ingevuld wat je toen had. Wil je opnieuw beginnen, gooi dat dan weg met het commando "concept".',
  'slack.busy-title': 'Even geduld',
  'slack.busy': 'Ik ben ermee bezig. Je ziet het hier zodra het klaar is.',
  'slack.done-title': 'Klaar',
  'slack.done': 'Het is gelukt.',
  'slack.failed-title': 'Dat ging mis',
  'slack.failed':
    'Er ging iets mis bij mij. Ik weet niet zeker of het gelukt is: kijk het na voor je het nog eens probeert.',
  'slack.failed-kept':
    'Er ging iets mis bij mij. Wat je invulde, is bewaard: open het formulier straks opnieuw, dan staat het er nog.',
  'slack.locked-out-socket': 'Ik kan nu niet bij Slack. Vraag wie mij beheert om naar het logboek te kijken.',
  'slack.locked-out':
    'Ik kan niet meer bij deze werkruimte. Een beheerder van Slack kan mij opnieuw installeren via {url}',
  'slack.form-waits': 'Je formulier is nog niet verwerkt. Wat je invulde, is bewaard: open het opnieuw.',
  'slack.keep': 'Bewaar',
  'slack.keep-signaal': 'Als signaal delen',
  'slack.keep-aanpak': 'Als aanpak voorstellen',
  'slack.keep-text': 'Tekst',
  'slack.keep-hint':
    'Telefoonnummers, e-mailadressen, rekeningnummers en BSN zijn verborgen; namen niet. Haal namen en wat verder naar iemand leidt zelf weg.',
  'slack.keep-cut': 'De tekst was te lang voor één formulier: het einde staat er niet in.',
  'slack.not-opened': 'Slack gaf mij geen tijd om het formulier te openen. Probeer het nog eens.',
  'slack.kept':
    'Bewaard als concept, alleen voor jou. Delen met anderen kan nog niet; tot dan vind je het terug bij je concepten.',
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
