/** What only Slack needs: sharing, forms that are kept, installing. */
export const slack = {
  'slack.app-name': 'Campagneregie',
  'slack.part-on': 'More ({part} of {of})',
  'slack.part-back': 'Back',
  'slack.part-all': 'Show all',
  'slack.how-to-type':
    'Here you type /campagne followed by the command, such as /campagne kalender oktober. In a direct message to me the command alone is enough.',
  'slack.share': 'Share in this channel',
  'slack.shared-by': 'Shared by {name}',
  'slack.not-shared-title': 'Not shared',
  'slack.not-shared':
    'This is not public. In a channel anyone can read along, guests as well; so I share only what is public.',
  'slack.not-public-title': 'No longer shown',
  'slack.not-public': 'What stood here is no longer public, or does not exist any more.',
  'slack.answered': 'Answered: {answer}',
  'slack.maybe-again':
    'You may have had this message before: Slack did not answer when I sent it the first time.',
  'slack.draft-filled':
    'You were working on this before: I have filled in what you had. To begin anew, throw that away with the command "concept".',
  'slack.busy-title': 'One moment',
  'slack.busy': 'I am working on it. You see it here as soon as it is ready.',
  'slack.done-title': 'Ready',
  'slack.done': 'It is done.',
  'slack.failed-title': 'That went wrong',
  'slack.failed':
    'Something went wrong on my side. I do not know whether it was done: check before you try again.',
  'slack.failed-kept':
    'Something went wrong on my side. What you filled in has been kept: open the form again later, and it is still there.',
  'slack.locked-out-socket': 'I cannot get into Slack now. Ask whoever runs me to look at the log.',
  'slack.locked-out':
    'I can no longer get into this workspace. An administrator of Slack can install me again at {url}',
  'slack.form-waits': 'Your form has not been handled yet. What you filled in has been kept: open it again.',
  'slack.keep': 'Keep',
  'slack.keep-signaal': 'Share as a signal',
  'slack.keep-aanpak': 'Propose as a practice',
  'slack.keep-text': 'Text',
  'slack.keep-hint':
    'Telephone numbers, e-mail addresses, account numbers and citizen service numbers are hidden; names are not. Take out names and whatever else leads to a person yourself.',
  'slack.keep-cut': 'The text was too long for one form: its end is not in it.',
  'slack.not-opened': 'Slack gave me no time to open the form. Please try again.',
  'slack.kept':
    'Kept as a draft, for you alone. Sharing it with others is not possible yet; until then you find it among your drafts.',
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
