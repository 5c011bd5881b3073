/** A message as a mail shows it; `revokeUrl` is where its reader says that they want no more of them. */
export type OnMail<Told> = { message: Told; revokeUrl: string | null };
