/** What every chat platform needs: sharing, forms that are kept, answers in parts. */
export const chat = {
  'chat.app-name': 'Campagneregie',
  'chat.part-on': 'Verder ({part} van {of})',
  'chat.part-back': 'Terug',
  'chat.part-all': 'Bekijk alles',
  'chat.share': 'Deel in dit kanaal',
  'chat.shared-by': 'Gedeeld door {name}',
  'chat.not-shared-title': 'Niet gedeeld',
  'chat.not-shared':
    'Dit is niet openbaar. In een kanaal kan iedereen meelezen, ook gasten; daarom deel ik alleen wat openbaar is.',
  'chat.not-public-title': 'Niet meer te zien',
  'chat.not-public': 'Wat hier stond, is niet meer openbaar of bestaat niet meer.',
  'chat.answered': 'Beantwoord: {answer}',
  'chat.maybe-again':
    'Het kan zijn dat je dit bericht al eerder kreeg: {platform} gaf geen antwoord toen ik het de eerste keer stuurde.',
  'chat.draft-filled':
    'Je was hier eerder mee bezig: ik heb ingevuld wat je toen had. Wil je opnieuw beginnen, gooi dat dan weg met het commando "concept".',
  'chat.busy-title': 'Even geduld',
  'chat.busy': 'Ik ben ermee bezig. Je ziet het hier zodra het klaar is.',
  'chat.done-title': 'Klaar',
  'chat.done': 'Het is gelukt.',
  'chat.failed-title': 'Dat ging mis',
  'chat.failed':
    'Er ging iets mis bij mij. Ik weet niet zeker of het gelukt is: kijk het na voor je het nog eens probeert.',
  'chat.failed-kept':
    'Er ging iets mis bij mij. Wat je invulde, is bewaard: open het formulier straks opnieuw, dan staat het er nog.',
  'chat.form-waits': 'Je formulier is nog niet verwerkt. Wat je invulde, is bewaard: open het opnieuw.',
  'chat.keep-signaal': 'Als signaal delen',
  'chat.keep-aanpak': 'Als aanpak voorstellen',
  'chat.message-hint':
    'Wat op persoonsgegevens lijkt, is verborgen. Lees de tekst na: niet alles is te herkennen.',
  'chat.keep-cut': 'De tekst was te lang voor één formulier: het einde staat er niet in.',
} as const;
