/** Forms that were begun and not sent. */
export const draft = {
  'refusal.draft-too-long':
    'Dit is te lang om als concept te bewaren. Kopieer je tekst eerst naar een document; dan gaat er niets verloren.',
  'my-data.drafts': 'Concepten',
};
