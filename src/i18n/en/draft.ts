/** Forms that were begun and not sent. */
export const draft = {
  'refusal.draft-too-long':
    'This is too long to keep as a draft. Copy your text into a document first; then nothing is lost.',
  'my-data.drafts': 'Drafts',
};
