/** Contacts for each fraud form. */
export const contact = {} as const;
