/**
 * What a secret is of. It is sealed together with that, so that a sealed secret that is copied into another row cannot be opened there.
 */
export type SecretOwner = { teamId: number } & (
  | { monitorId: number }
  | { trialId: string }
  | { channelId: number }
  | { codeOfChannelId: number }
  | { codeOfRecipientId: number }
  | { keyOfListId: number }
);

/** A secret as it is stored, and what it is of. */
export type SealedSecret = { owner: SecretOwner; secret: Buffer };

/** AES with 256 bits in Galois/counter mode (NIST SP 800-38D): whatever was changed does not open. */
export const CIPHER = "aes-256-gcm";

/** How a sealed secret is put together: version, key id, nonce, tag, and the rest is the secret. Lengths in bytes. */
export const VERSION = 1;
export const KEY_ID_AT = 1;
export const NONCE_AT = 5;
export const TAG_AT = 17;
export const TEXT_AT = 33;

/** What is authenticated besides the secret (the "additional data" of GCM). */
export function belonging(owner: SecretOwner): Buffer {
  return Buffer.from(`team ${owner.teamId}, ${rowOf(owner)}`);
}

function rowOf(owner: SecretOwner): string {
  if ("channelId" in owner) return `channel ${owner.channelId}, settings`;
  if ("codeOfChannelId" in owner) return `channel ${owner.codeOfChannelId}, code`;
  if ("codeOfRecipientId" in owner) return `recipient ${owner.codeOfRecipientId}, code`;
  if ("keyOfListId" in owner) return `DNS list key ${owner.keyOfListId}`;
  return `${"monitorId" in owner ? `monitor ${owner.monitorId}` : `trial ${owner.trialId}`}, login secret`;
}
