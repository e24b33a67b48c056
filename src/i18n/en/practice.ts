export const practice = {
  'evidence.A': 'evidence A: tested in an experiment or meta-analysis',
  'evidence.B': 'evidence B: before-after or similar effect study',
  'evidence.C': 'evidence C: process evaluation, reach figures or expert judgement',
  'evidence.D': 'evidence D: practical advice, effect not measured',
  'evidence.X': 'WARNING, X: measured, with little or adverse effect',
} as const;
