/** What stands in the package of the Teams app, beside what chat.ts has: what it does, and its commands around messages. */
export const teamsApp = {
  'teams-app.full-name': 'Campagneregie: de campagnekalender tegen online fraude',
  'teams-app.short': 'De gedeelde campagnekalender tegen online fraude, met herinneringen op tijd',
  'teams-app.long':
    'Campagneregie houdt voor het publiek-private samenwerkingsverband tegen online fraude één campagnekalender en één plank met goede praktijken bij.\n\nIn een kanaal of groepschat noem je de bot met @, of kies je een commando achter een schuine streep: dan zie alleen jij het antwoord. In een privéchat typ je het commando zonder meer. Bij het schrijven van een bericht zoek je een campagne, aanpak of meldpunt op en zet je die erin. Trekkers krijgen op tijd een herinnering, en elke week een overzicht.\n\nEen organisatie ziet pas iets als haar Teams met een code van de coördinator is gekoppeld. De bot leest in kanalen en groepschats niet mee: hij krijgt alleen wat voor hem bedoeld is, zoals berichten waarin hij genoemd wordt.',
  'teams-app.search-what': 'Zoekwoorden',
  'teams-app.search-campagne': 'Campagne',
  'teams-app.search-campagne-about': 'Zoek een campagne en zet die in je bericht',
  'teams-app.search-campagne-what': 'Een naam, doelgroep of maand',
  'teams-app.search-aanpak': 'Aanpak',
  'teams-app.search-aanpak-about': 'Zoek een aanpak met zijn bewijs en zet die in je bericht',
  'teams-app.search-aanpak-what': 'Een naam, fraudevorm of doelgroep',
  'teams-app.search-meldpunt': 'Meldpunt',
  'teams-app.search-meldpunt-about': 'Zoek waar een slachtoffer terechtkan en zet dat in je bericht',
  'teams-app.search-meldpunt-what': 'Een fraudevorm of de naam van een meldpunt',
  'teams-app.bewaar-signaal-about': 'Maak van dit bericht een signaal, zonder persoonsgegevens',
  'teams-app.bewaar-aanpak-about': 'Stel dit bericht voor als aanpak, zonder persoonsgegevens',
} as const;
