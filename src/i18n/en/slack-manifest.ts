/** What stands in Slack's description of the app, beside what slack.ts has. */
export const slackManifest = {
  'slack.shortcut-signaal': 'Turn this message into a signal, without personal data',
  'slack.shortcut-aanpak': 'Propose this message as a practice, without personal data',
} as const;
