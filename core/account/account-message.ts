/** What a mail about an account says. Links carry the secret of their mail; none is kept. */
export type AccountMessage =
  | { kind: "confirm_address"; confirmUrl: string }
  | { kind: "already_registered"; signInUrl: string; resetUrl: string }
  | { kind: "reset_password"; resetUrl: string };
