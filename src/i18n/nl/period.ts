/** A period in a form: two days to choose, or words. */
export const period = {
  'render.period-first': '{label}: eerste dag',
  'render.period-last': '{label}: laatste dag',
  'render.period-words': '{label} in woorden',
  'render.period-needed': 'Kies hierboven één of twee dagen, of schrijf het hier: een van beide is nodig.',
  'render.period-either': 'Kies hierboven één of twee dagen, of schrijf het hier.',
  'render.period-words-win': 'Wat hier staat, gaat voor de dagen hierboven.',
  'hint.dagen': 'Bijvoorbeeld 3 t/m 21 augustus, volgende week of vrijdag',
} as const;
