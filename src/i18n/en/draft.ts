/** Forms that were begun and not sent. */
export const draft = {
  'command.concept.title': 'My drafts',
  'command.concept.summary': 'Forms that you began and did not send: go on, or throw them away',
  'draft.count':
    '{count, plural, one {You have 1 draft.} other {You have # drafts.}} Only you see this. After 30 days I clear a draft away.',
  'draft.none-teams':
    'You have no drafts. Could I not save a form that you sent? Then you find it here. A form that you close without sending I cannot keep.',
  'draft.none': 'You have no drafts. When you close a form before you send it, you find it here again.',
  'draft.when': 'Last edited: {when}',
  'draft.go-on': 'Go on',
  'draft.remove': 'Discard',
  'draft.removed': 'The draft is gone.',
  'draft.all': 'All my drafts',
  'draft.form.signaal': 'Signal',
  'draft.form.aanpak': 'Practice',
  'field.concept': 'Draft',
  'refusal.draft-gone': 'This draft is not there any more. Type "concept" to see what is left.',
  'refusal.draft-too-long':
    'This is too long to keep as a draft. Copy your text into a document first; then nothing is lost.',
  'my-data.drafts': 'Drafts',
};
