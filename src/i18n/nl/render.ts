/** The few words that renderers add themselves. */
export const render = {
  'render.next-page': 'Volgende bladzijde',
  'render.continued': '(vervolg)',
  'render.more': 'Er is meer dan hier past: vraag het met een kleiner filter of open de pagina.',
  'render.close': 'Sluiten',
  'render.choose': 'Kies',
  'render.required': 'verplicht',
  'render.optional': 'mag leeg blijven',
  'render.warning': 'Let op',
  'render.error': 'Lukt niet',
  'render.success': 'Gelukt',
  'render.type': 'Typ: {command}',
  'render.yes': 'ja',
} as const;
