/** A modal with one input, for its label. */
export const modal = (text: string) => ({
  type: 'modal' as const,
  callback_id: 'formulier',
  title: { type: 'plain_text' as const, text: 'Actie' },
  submit: { type: 'plain_text' as const, text: 'Opslaan' },
  blocks: [
    {
      type: 'input' as const,
      block_id: 'naam',
      label: { type: 'plain_text' as const, text },
      element: { type: 'plain_text_input' as const, action_id: 'naam', initial_value: 'Oud' },
    },
  ],
});
