/** What stands in Slack's description of the app, beside what slack.ts has. */
export const slackManifest = {
  'slack.shortcut-signaal': 'Maak van dit bericht een signaal, zonder persoonsgegevens',
  'slack.shortcut-aanpak': 'Stel dit bericht voor als aanpak, zonder persoonsgegevens',
} as const;
