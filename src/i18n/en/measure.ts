/** Measures for each fraud form. */
export const measure = {} as const;
