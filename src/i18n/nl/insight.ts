/** Insight for the coordinator. */
export const insight = {} as const;
