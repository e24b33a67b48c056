/** E-mail: what stands around a message, and the pages that its links open. */
export const mail = {
  'mail.subject': 'Bericht van Campagneregie',
  'mail.open': 'Open',
  'mail.site': 'Naar de kalender',
  'mail.stop': 'Geen e-mail meer ontvangen',
  'mail.stop-list':
    'Deze mail gaat naar een gedeelde mailinglijst. Mag dit adres eraf? De coördinator regelt het.',
  'mail.more':
    '{count, plural, =0 {Er is meer dan hier past. De rest vind je in de kalender.} one {En nog 1. Die vind je in de kalender.} other {En nog #. Die vind je in de kalender.}}',
  'mail.reason-nudges':
    'Je krijgt deze mail omdat je organisatie hier iets in doet. Antwoorden op deze mail komen niet aan: klik op een knop of link.',
  'mail.reason-change': 'Je krijgt deze mail omdat er iets is veranderd waar je organisatie aan meedoet.',
  'mail.reason-newsletter': 'Je krijgt deze mail omdat je de nieuwsbrief wilt ontvangen.',
  'mail.reason-digest': 'Je krijgt deze mail omdat je het weekbericht van de campagnekalender ontvangt.',
  'mail.list-name': 'Weekbericht van Campagneregie',
  'mail.calendar-title': 'Campagnes uit deze mail',
  'mail.page-title': 'Antwoord op een mail',
  'mail.confirm-how': 'Er is nog niets gebeurd. Klik op de knop om het te doen.',
  'mail.unknown': 'Deze link werkt niet',
  'mail.unknown-text':
    'Misschien is het adres niet helemaal meegekomen. Klik in de mail zelf op de knop, of kopieer het hele adres. Er is niets gedaan.',
  'mail.expired': 'Deze link is verlopen',
  'mail.expired-text':
    'Een link in een mail werkt 30 dagen, en niet meer als je een ander mailadres hebt. Er is niets gedaan. Kijk in een nieuwere mail, of vraag het de coördinator.',
  'mail.inactive': 'Deze link hoort bij iemand die niet meer meedoet',
  'mail.inactive-text': 'Er is niets gedaan. Klopt dit niet? Vraag het dan de coördinator.',
  'mail.too-large': 'Deze tekst is te lang',
  'mail.too-large-text':
    'Er is niets opgeslagen. Ga terug in je browser: wat je invulde, staat er nog. Maak het korter en verstuur het opnieuw.',
  'mail.malformed': 'Dit formulier kon niet gelezen worden',
  'mail.malformed-text': 'Er is niets gedaan. Open de link in de mail opnieuw.',
  'mail.only-in-chat': 'Dit kan niet via de mail. Doe het in Slack of Teams, of vraag het de coördinator.',
  'mail.stop-title': 'Geen e-mail meer',
  'mail.stop-text':
    'Klik op de knop, dan sturen we geen mail meer naar dit adres. Ook geen herinneringen aan wat je organisatie nog moet doen.',
  'mail.stop-button': 'Stop met mailen',
  'mail.stopped': 'Je krijgt geen mail meer',
  'mail.stopped-text':
    'Een mail die al onderweg is, kan nog aankomen. Wil je later toch weer mail? Pas het aan met het commando mijn-gegevens, of vraag het de coördinator.',
} as const;
