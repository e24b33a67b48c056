/** Signals among partners. */
export const signal = {} as const;
