/** What only Slack needs: installing, and how one types there. */
export const slack = {
  'slack.how-to-type':
    'Here you type /campagne followed by the command, such as /campagne kalender oktober. In a direct message to me the command alone is enough.',
  'slack.locked-out-socket': 'I cannot get into Slack now. Ask whoever runs me to look at the log.',
  'slack.locked-out':
    'I can no longer get into this workspace. An administrator of Slack can install me again at {url}',
  'slack.not-opened': 'Slack gave me no time to open the form. Please try again.',
  'slack.install-title': 'Campagneregie in Slack',
  'slack.install-text':
    'This button puts Campagneregie in the Slack workspace of your organisation. Slack first shows what I may do.\nAfter that you link the workspace with a code from the coordinator. Until then nobody sees anything there.',
  'slack.install-button': 'Add to Slack',
  'slack.installed-title': 'Done',
  'slack.installed-text':
    'Campagneregie is now in {name}.\nOne more step: ask the coordinator of the partnership for a code, and type in Slack: /campagne koppel, followed by the code.',
  'slack.not-installed-title': 'Not installed',
  'slack.not-installed-text':
    'Slack gave no permission, or the link was too old or from another browser. Nothing was kept.\nStart again from the installation link.',
  'slack.command-main': 'Ask Campagneregie: calendar, actions, practices and help points',
  'slack.command-hint': 'kalender oktober · nieuw · help',
  'slack.manifest-short': 'The shared campaign calendar against online fraud, with reminders in time',
  'slack.manifest-long':
    'Campagneregie keeps one campaign calendar and one shelf of good practices for the public-private partnership against online fraud. You ask it in a channel, in a direct message or on the Home tab. Leads get a reminder in time, and an overview each week. A workspace sees nothing until it is linked with a code from the coordinator.',
} as const;
