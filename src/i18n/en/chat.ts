/** What every chat platform needs: sharing, forms that are kept, answers in parts. */
export const chat = {
  'chat.app-name': 'Campagneregie',
  'chat.part-on': 'More ({part} of {of})',
  'chat.part-back': 'Back',
  'chat.part-all': 'Show all',
  'chat.share': 'Share in this channel',
  'chat.shared-by': 'Shared by {name}',
  'chat.not-shared-title': 'Not shared',
  'chat.not-shared':
    'This is not public. In a channel anyone can read along, guests as well; so I share only what is public.',
  'chat.not-public-title': 'No longer shown',
  'chat.not-public': 'What stood here is no longer public, or does not exist any more.',
  'chat.answered': 'Answered: {answer}',
  'chat.maybe-again':
    'You may have had this message before: {platform} did not answer when I sent it the first time.',
  'chat.draft-filled':
    'You were working on this before: I have filled in what you had. To begin anew, throw that away with the command "concept".',
  'chat.busy-title': 'One moment',
  'chat.busy': 'I am working on it. You see it here as soon as it is ready.',
  'chat.done-title': 'Ready',
  'chat.done': 'It is done.',
  'chat.failed-title': 'That went wrong',
  'chat.failed':
    'Something went wrong on my side. I do not know whether it was done: check before you try again.',
  'chat.failed-kept':
    'Something went wrong on my side. What you filled in has been kept: open the form again later, and it is still there.',
  'chat.form-waits': 'Your form has not been handled yet. What you filled in has been kept: open it again.',
  'chat.keep-signaal': 'Share as a signal',
  'chat.keep-aanpak': 'Propose as a practice',
  'chat.message-hint':
    'What looks like personal data is hidden. Read the text again: not all of it can be recognised.',
  'chat.keep-cut': 'The text was too long for one form: its end is not in it.',
} as const;
