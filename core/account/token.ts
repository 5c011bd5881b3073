/** What a secret sent by mail is for. */
const TOKEN_PURPOSES = ["sign_up", "reset_password"] as const;
export type TokenPurpose = (typeof TOKEN_PURPOSES)[number];

/** How long such a secret is good for, in milliseconds from the moment its mail is made. */
export const TOKEN_LIFETIME_MS: Record<TokenPurpose, number> = {
  sign_up: 24 * 60 * 60_000,
  reset_password: 30 * 60_000,
};
