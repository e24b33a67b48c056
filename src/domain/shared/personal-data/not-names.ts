/**
 * Words with a capital that follow "mevrouw", "t.n.v." and the like without being anyone's name: offices, what
 * organisations are called, and "Meneer Cash", a campaign. Folded to lower case.
 */
const WORDS = `
voorzitter vicevoorzitter minister ministers staatssecretaris burgemeester wethouder directeur president premier
officier rechter notaris koning koningin kamerlid commissaris korpschef griffier secretaris de-het u ik
stichting vereniging bank gemeente belastingdienst politie notariskantoor incasso ministerie college rechtbank
universiteit hogeschool bibliotheek fonds coöperatie cooperatie kamer openbaar parket autoriteit consumentenbond
nederland nederlander nederlanders nederlandse belg belgen belgische duitse duitser engelse europese europa
amsterdam rotterdam utrecht brabant limburg groningen friesland den-haag
rabobank triodos knab bunq regiobank revolut abn ing asn sns tikkie ideal wero marktplaats vinted paypal
facebook instagram telegram signal whatsapp google microsoft apple amazon netflix spotify tiktok snapchat discord
odido ziggo vodafone kpn postnl dhl ups coolblue bol zalando booking airbnb digid mijnoverheid
slachtofferhulp fraudehelpdesk veiliginternetten meldpunt meldpunten helpdesk
cash nobody everyone iedereen niemand allemaal team partners collega collegas
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
januari februari maart april mei juni juli augustus september oktober november december
`;

export const NOT_NAMES: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/));
