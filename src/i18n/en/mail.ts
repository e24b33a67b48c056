export const mail = {
  'mail.subject': 'Message from Campagneregie',
  'mail.open': 'Open',
  'mail.site': 'To the calendar',
  'mail.stop': 'Stop receiving e-mail',
  'mail.stop-list':
    'This mail goes to a shared mailing list. Should this address come off? The coordinator arranges it.',
  'mail.more':
    '{count, plural, =0 {There is more than fits here. You find the rest in the calendar.} one {And 1 more. You find it in the calendar.} other {And # more. You find them in the calendar.}}',
  'mail.reason-nudges':
    'You get this mail because your organisation has a part in this. Replies to this mail do not arrive: click a button or link.',
  'mail.reason-change': 'You get this mail because something changed that your organisation takes part in.',
  'mail.reason-newsletter': 'You get this mail because you asked for the newsletter.',
  'mail.reason-digest': 'You get this mail because you receive the weekly overview of the campaign calendar.',
  'mail.list-name': 'Weekly overview of Campagneregie',
  'mail.calendar-title': 'Campaigns in this mail',
  'mail.page-title': 'Answer to a mail',
  'mail.confirm-how': 'Nothing was done yet. Click the button to do it.',
  'mail.unknown': 'This link does not work',
  'mail.unknown-text':
    'Perhaps the address did not come across whole. Click the button in the mail itself, or copy the whole address. Nothing was done.',
  'mail.expired': 'This link has expired',
  'mail.expired-text':
    'A link in a mail works for 30 days, and no longer once you have another mail address. Nothing was done. Look in a newer mail, or ask the coordinator.',
  'mail.inactive': 'This link belongs to someone who no longer takes part',
  'mail.inactive-text': 'Nothing was done. Is this wrong? Then ask the coordinator.',
  'mail.too-large': 'This text is too long',
  'mail.too-large-text':
    'Nothing was saved. Go back in your browser: what you filled in is still there. Make it shorter and send it again.',
  'mail.malformed': 'This form could not be read',
  'mail.malformed-text': 'Nothing was done. Open the link in the mail again.',
  'mail.only-in-chat': 'This cannot be done by mail. Do it in Slack or Teams, or ask the coordinator.',
  'mail.stop-title': 'No more e-mail',
  'mail.stop-text':
    'Click the button, and we send no more mail to this address. No reminders of what your organisation has to do either.',
  'mail.stop-button': 'Stop mailing',
  'mail.stopped': 'You get no more mail',
  'mail.stopped-text':
    'A mail that is on its way may still arrive. Do you want mail again later? Change it with the command mijn-gegevens, or ask the coordinator.',
} as const;
