/** What was learnt from an incident that is over. `savedAt` tells one version from another. */
export type PostMortem = { text: string; savedAt: Date; by: string | null };
