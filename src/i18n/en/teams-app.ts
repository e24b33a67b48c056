/** What stands in the package of the Teams app, beside what chat.ts has: what it does, and its commands around messages. */
export const teamsApp = {
  'teams-app.full-name': 'Campagneregie: the campaign calendar against online fraud',
  'teams-app.short': 'The shared campaign calendar against online fraud, with reminders in time',
  'teams-app.long':
    'Campagneregie keeps one campaign calendar and one shelf of good practices for the Dutch public-private partnership against online fraud.\n\nIn a channel or group chat you mention the bot with @, or choose a command behind a slash: then only you see the answer. In a private chat you just type the command. While you write a message you can look up a campaign, a practice or a help point, and put it in. Leads get a reminder in time, and an overview each week.\n\nAn organisation sees nothing until its Teams is linked with a code from the coordinator. The bot does not read along in channels and group chats: it only gets what is meant for it, such as messages that mention it.',
  'teams-app.search-what': 'Words to look for',
  'teams-app.search-campagne': 'Campaign',
  'teams-app.search-campagne-about': 'Find a campaign and put it into your message',
  'teams-app.search-campagne-what': 'A name, an audience or a month',
  'teams-app.search-aanpak': 'Practice',
  'teams-app.search-aanpak-about': 'Find a practice with its evidence and put it into your message',
  'teams-app.search-aanpak-what': 'A name, a form of fraud or an audience',
  'teams-app.search-meldpunt': 'Help point',
  'teams-app.search-meldpunt-about': 'Find where a victim can go and put it into your message',
  'teams-app.search-meldpunt-what': 'A form of fraud or the name of a help point',
  'teams-app.bewaar-signaal-about': 'Turn this message into a signal, without personal data',
  'teams-app.bewaar-aanpak-about': 'Propose this message as a practice, without personal data',
} as const;
