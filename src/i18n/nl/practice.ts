/** Practices and what their evidence means. */
export const practice = {
  'evidence.A': 'bewijs A: getest in een experiment of meta-analyse',
  'evidence.B': 'bewijs B: voor- en nameting of vergelijkbaar effectonderzoek',
  'evidence.C': 'bewijs C: procesevaluatie, bereikcijfers of oordeel van deskundigen',
  'evidence.D': 'bewijs D: praktijkadvies, effect niet gemeten',
  'evidence.X': 'LET OP, X: gemeten, met weinig of averechts effect',
} as const;
