/** Word lists for made-up campaigns: enough of them that titles differ and words are as common as in life. */

export const SUBJECTS: readonly (readonly [form: string, words: string])[] = [
  ['form/phishing', 'Phishing herkennen'],
  ['form/phishing', 'Valse sms van de bank'],
  ['form/bankhelpdeskfraude', 'Bankhelpdeskfraude: hang op'],
  ['form/vriend-in-nood', 'Vriend in nood? Bel eerst terug'],
  ['form/aankoopfraude', 'Veilig online kopen'],
  ['form/aankoopfraude', 'Webwinkel controleren'],
  ['form/beleggingsfraude', 'Te mooi om waar te zijn: beleggen'],
  ['form/datingfraude', 'Liefde zonder geldzorgen'],
  ['form/factuurfraude', 'Valse facturen op kantoor'],
  ['form/ceo-fraude', 'Spoedbetaling van de baas'],
  ['form/identiteitsfraude', 'Bescherm je identiteitsbewijs'],
  ['form/quishing', 'Kijk uit met QR-codes'],
  ['form/huurfraude', 'Een kamer zonder bezichtiging'],
  ['form/nepagent', 'Geen agent haalt je pinpas op'],
  ['form/tech-support', 'Niemand belt namens je computer'],
  ['form/verkoopfraude', 'Veilig verkopen op marktplaatsen'],
  ['form/vakantiefraude', 'Boek je vakantie zonder zorgen'],
  ['form/voorschotfraude', 'Nooit vooraf betalen'],
];

export const SHAPES = [
  'Themaweek',
  'Voorlichting',
  'Posteractie',
  'Radiospot',
  'Inloopspreekuur',
  'Webinar',
  'Wijkbijeenkomst',
  'Lespakket',
  'Buurtactie',
  'Socialmediacampagne',
];

export const TOWNS = [
  ...['Zwolle', 'Assen', 'Emmen', 'Leeuwarden', 'Sneek', 'Groningen', 'Deventer', 'Enschede', 'Almelo'],
  ...['Arnhem', 'Nijmegen', 'Apeldoorn', 'Utrecht', 'Amersfoort', 'Hilversum', 'Almere', 'Lelystad', 'Hoorn'],
  ...['Alkmaar', 'Haarlem', 'Zaandam', 'Leiden', 'Delft', 'Gouda', 'Dordrecht', 'Breda', 'Tilburg', 'Goes'],
  ...['Middelburg', 'Eindhoven', 'Helmond', 'Oss', 'Roermond', 'Venlo', 'Heerlen', 'Sittard', 'Maastricht'],
];

export const SENTENCES = [
  'Krijg je een onverwacht bericht over geld? Klik niet, maar kijk eerst zelf op de site van je bank.',
  'Hang op als iemand aan de telefoon om je pincode vraagt. Je bank doet dat nooit.',
  'Praat erover met je buren, je kinderen of iemand van de bibliotheek; schamen hoeft niet.',
  'Controleer het adres van een webwinkel voordat je betaalt, en betaal niet buiten de site om.',
  'Meld het bij de politie en bij de Fraudehelpdesk, ook als je niets kwijt bent.',
  'Laat je niet opjagen: wie haast heeft met jouw geld, heeft vaak iets te verbergen.',
  'Zet een wachtwoordmanager en inloggen in twee stappen aan op je telefoon.',
  'Vraag bij een betaalverzoek van een bekende altijd eerst even na of het klopt.',
];

export const AUDIENCES = [
  ...['algemeen-publiek', 'senioren', 'senioren-niet-online', 'jongeren', 'jongvolwassenen', 'naasten'],
  ...['ouders-en-scholen', 'online-kopers', 'online-verkopers', 'beleggers', 'ondernemers', 'werkgevers'],
].map((name) => `audience/${name}`);

export const LEADS = [
  ...['politie', 'nvb', 'vng', 'fraudehelpdesk', 'slachtofferhulp', 'consumentenbond', 'gemeente-utrecht'],
  ...['thuiswinkel-org', 'ccv', 'ezk', 'jenv', 'veiliginternetten', 'sidn', 'vno-ncw-mkb'],
].map((name) => `organisation/${name}`);

export const REGIONS = [
  ...['nederland', 'amsterdam', 'rotterdam', 'den-haag', 'limburg', 'oost-brabant', 'zeeland-west-brabant'],
  ...['oost-nederland', 'noord-nederland', 'noord-holland', 'midden-nederland'],
].map((name) => `region/${name}`);

export const CHANNELS = ['sociale-media', 'website', 'tv-radio', 'podcast', 'nieuwsbrief', 'webinar'].map(
  (name) => `channel/${name}`,
);
