/** A period in a form: two days to choose, or words. */
export const period = {
  'render.period-first': '{label}: first day',
  'render.period-last': '{label}: last day',
  'render.period-words': '{label} in words',
  'render.period-needed': 'Choose one or two days above, or write it here: one of the two is needed.',
  'render.period-either': 'Choose one or two days above, or write it here.',
  'render.period-words-win': 'What stands here goes before the days above.',
  'hint.dagen': 'For example 3 to 21 August, next week or Friday',
} as const;
