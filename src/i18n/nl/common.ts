/** What the command kit itself says: asking back, refusing, forms. */
export const common = {
  'reply.refused': 'Dat kan nu niet',
  'reply.not-understood': 'Dat begrijp ik niet',
  'reply.which-one': 'Wat bedoel je met "{typed}"?',
  'reply.conflict-title': 'Iemand was je voor',
  'reply.conflict':
    'Dit is gewijzigd op {when}, nadat je het opende. Hieronder zie je wat er toen veranderde. Kies of jouw wijziging er toch overheen gaat.',
  'reply.conflict-mine': 'Mijn wijziging toch opslaan',
  'reply.conflict-theirs': 'Bekijk de nieuwe versie',
  'reply.saved': 'Opgeslagen',
  'reply.cancel': 'Annuleren',
  'form.submit': 'Opslaan',
  'form.has-errors':
    '{count, plural, one {Eén antwoord klopt nog niet.} other {# antwoorden kloppen nog niet.}} Wat je al invulde, is bewaard.',
  'refusal.unknown': 'Dit lukte niet. Probeer het opnieuw, of vraag de coördinator.',
  'refusal.access':
    '{access, select, coordinator {Het commando "{command}" is alleen voor coördinatoren.} partner {Het commando "{command}" is voor partners. Vraag de contactpersoon van je organisatie of de coördinator om die rol.} other {Koppel eerst je werkruimte: vraag de coördinator om een code.}}',
  'refusal.command-near': 'Het commando "{typed}" ken ik niet. Bedoel je {nearest}?',
  'refusal.command-unknown': 'Het commando "{typed}" ken ik niet. Typ "help" om te zien wat je kunt vragen.',
  'refusal.not-found': 'Dit bestaat niet, of je mag het niet zien.',
  'refusal.not-yours':
    'Alleen een trekker van deze campagne of een coördinator mag dit wijzigen. Vraag het aan de trekker.',
  'refusal.coordinators-only': 'Dit mag alleen een coördinator.',
  'refusal.other-organisation': 'Je kunt alleen voor je eigen organisatie spreken.',
  'refusal.cursor-unknown': 'Deze bladzijde bestaat niet meer. Vraag de lijst opnieuw op.',
  'refusal.storage-full':
    'De schijf van de server is vol. Er is niets opgeslagen; probeer het later opnieuw.',
  'refusal.storage-busy': 'De database is even bezet. Er is niets opgeslagen; probeer het zo opnieuw.',
  'refusal.storage-readonly':
    'De database kan nu niet worden gewijzigd. Er is niets opgeslagen; meld dit bij de beheerder.',
  'refusal.reference-missing':
    'Dit verwijst naar iets dat niet bestaat. Er is niets opgeslagen; kies opnieuw uit de lijst.',
  'refusal.quote-not-closed': 'Er ontbreekt een aanhalingsteken. Zet er een {quote} achter.',
  'refusal.text-too-long': 'Deze tekst is te lang: hoogstens {max} tekens.',
  'refusal.word-not-expected':
    'Bij "{command}" weet ik niet wat ik met "{word}" moet doen. Zet namen van meer woorden tussen aanhalingstekens.',
  'refusal.argument-unknown': 'Bij "{command}" hoort geen "{name}". Je kunt gebruiken: {known}.',
  'refusal.argument-needs-value': 'Achter "{name}" hoort een waarde, bijvoorbeeld {name}:waarde.',
  'refusal.personal-hidden':
    'Hier lijken persoonsgegevens in te staan: {found}. Ze zijn nu verborgen; lees het na en sla het dan op. Wat je typte is niet bewaard.',
  'refusal.argument-missing': 'Dit is nog nodig.',
  'refusal.number-not-understood': '"{text}" is geen heel getal.',
  'refusal.flag-not-understood': 'Kies ja of nee.',
  'refusal.choice-unknown': '"{text}" hoort niet bij de keuzes: {options}.',
  'refusal.name-unknown': 'Ik vind niets met de naam "{text}". Probeer een deel van de naam, of zoek eerst.',
  'refusal.name-unclear': '"{text}" kan meer betekenen: {options}.',
  'refusal.too-big': 'Dit is te lang of te groot: hoogstens {max}.',
  'refusal.too-small': 'Dit is te kort of te klein: minstens {min}.',
  'refusal.format-wrong': 'Dit heeft niet de goede vorm. Een webadres begint met https://.',
  'refusal.value-wrong': 'Deze waarde kan niet.',
  'refusal.period-not-understood':
    '"{text}" lees ik niet als datum of periode. Schrijf bijvoorbeeld 11 t/m 17 oktober 2027, okt-nov of Q4 2027.',
  'refusal.period-no-such-date': 'De datum in "{text}" bestaat niet.',
  'refusal.period-end-before-start': 'Het einde ligt voor het begin in "{text}".',
  'refusal.period-year-out-of-range': 'Het jaar in "{text}" ligt niet tussen 2000 en 2099.',
  'refusal.period-too-long':
    'Deze periode is langer dan drie jaar: {text}. Zet de delen apart in de kalender.',
  'refusal.campaign-cancelled': 'Deze campagne is vervallen. Zet haar eerst terug met "gaat-door".',
  'refusal.campaign-goes-on-already': '"{title}" is niet vervallen en staat gewoon in de kalender.',
  'refusal.not-a-proposal': '"{title}" is geen voorstel meer.',
  'refusal.date-needed': 'Er is nog geen datum. Geef ook de periode.',
} as const;
