/** A run of a script, as far as whoever takes it up needs it. `sentAt` (epoch ms) is null where no message of it is on its way. */
export type RunRow = { token: string; sentAt: number | null; isAccepted: boolean };

/** SQL: its columns. */
export const RUN_COLUMNS = `token, (extract(epoch from sent_at) * 1000)::float8 as "sentAt", outcome is not distinct from 'accepted' as "isAccepted"`;
