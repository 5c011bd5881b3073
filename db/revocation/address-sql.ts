/** SQL: the address, in settings of a kind, that somebody reads who may have no account here and can revoke it; null for the other kinds. */
function addressIn(kind: string, config: string): string {
  return `(case when ${kind} in ('email', 'sms', 'phone') then coalesce(${config}->>'address', ${config}->>'number') end)`;
}

/** SQL: that of a channel. */
export function addressOf(channel: string): string {
  return addressIn(`${channel}.kind`, `${channel}.config`);
}

/** SQL: whether the address in settings is revoked for a team. */
export function isRevokedIn(teamId: string, kind: string, config: string): string {
  return `exists (select from revocation r where r.team_id = ${teamId} and r.address = ${addressIn(kind, config)})`;
}

/** SQL: whether that of a channel is. */
export function isRevoked(channel: string): string {
  return isRevokedIn(`${channel}.team_id`, `${channel}.kind`, `${channel}.config`);
}
