/** Evaluations, and looking back. */
export const evaluation = {} as const;
