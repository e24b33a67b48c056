/** Forms that were begun and not sent. */
export const draft = {
  'command.concept.title': 'Mijn concepten',
  'command.concept.summary': 'Formulieren die je begon en niet verstuurde: ga verder of gooi ze weg',
  'draft.count':
    '{count, plural, one {Je hebt 1 concept.} other {Je hebt # concepten.}} Alleen jij ziet dit. Na 30 dagen ruim ik een concept op.',
  'draft.none-teams':
    'Je hebt geen concepten. Kon ik een formulier dat je verstuurde niet opslaan? Dan vind je het hier terug. Sluit je een formulier zonder te versturen, dan kan ik het niet bewaren.',
  'draft.none':
    'Je hebt geen concepten. Sluit je een formulier voordat je het verstuurt? Dan vind je het hier terug.',
  'draft.when': 'Laatst bewerkt: {when}',
  'draft.go-on': 'Verder',
  'draft.remove': 'Weg',
  'draft.removed': 'Het concept is weg.',
  'draft.all': 'Al mijn concepten',
  'draft.form.signaal': 'Signaal',
  'draft.form.aanpak': 'Aanpak',
  'field.concept': 'Concept',
  'refusal.draft-gone': 'Dit concept is er niet meer. Typ "concept" om te zien wat er nog is.',
  'refusal.draft-too-long':
    'Dit is te lang om als concept te bewaren. Kopieer je tekst eerst naar een document; dan gaat er niets verloren.',
  'my-data.drafts': 'Concepten',
};
