export const render = {
  'render.next-page': 'Next page',
  'render.continued': '(continued)',
  'render.more': 'There is more than fits here: ask with a narrower filter or open the page.',
  'render.close': 'Close',
  'render.choose': 'Choose',
  'render.required': 'required',
  'render.optional': 'may stay empty',
  'render.warning': 'Note',
  'render.error': 'That did not work',
  'render.success': 'Done',
  'render.type': 'Type: {command}',
  'render.yes': 'yes',
} as const;
