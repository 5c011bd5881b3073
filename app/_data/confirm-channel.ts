import type { Viewer } from "#core/account/viewer.ts";
import { CODE_TRIES, codeSchema } from "#core/channel/channel-code.ts";
import type { ChannelKind } from "#core/channel/channel.ts";
import { durationWords } from "#core/text/duration.ts";
import { confirmChannel } from "#db/channel/confirm-channel.ts";
import { findChannel } from "#db/channel/find-channel.ts";
import { addCodeDelivery } from "#db/delivery/add-code-delivery.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { allowAddress } from "#db/revocation/allow-address.ts";
import { listRevokedChannels } from "#db/revocation/list-revoked-channels.ts";

const REVOKED = "Whoever reads this address wants nothing sent there. Only they can allow it again.";

/** Whether a channel leads to the address of somebody's own account, which they have proved when they signed up. */
export function isOwnAddress({ email }: Pick<Viewer, "email">, { kind, leadsTo }: { kind: ChannelKind; leadsTo: string }): boolean {
  return kind === "email" && leadsTo === email;
}

/**
 * Has a code sent that confirms a channel's address; says why not where it is not. An address gets few, whoever asks, and none where it was
 * revoked, unless whoever asks is who reads it.
 */
export async function sendCode(editor: Viewer, channelId: number): Promise<string | null> {
  const channel = await findChannel(editor.teamId, channelId);
  if (!channel || channel.verifiedAt !== null) return "This channel needs no code.";
  const isRevoked = (await listRevokedChannels(editor.teamId)).has(channelId);
  if (isRevoked && !isOwnAddress(editor, channel)) return REVOKED;
  const waitS =
    (await countGuess("code:team", editor.teamId)) || (await countGuess("code:address", `${channel.kind} ${channel.leadsTo}`));
  if (waitS > 0) return `Enough codes were sent for now. The next can be in ${durationWords(waitS * 1_000)}.`;
  if (isRevoked) await allowAddress(editor.teamId, channel.leadsTo);
  const outcome = await addCodeDelivery(editor.teamId, channelId);
  return outcome === "underway" ? "A code is on its way already." : null;
}

/** Confirms a channel's address by the code that was typed; says what is wrong where it is not. */
export async function confirmByCode(editor: Viewer, channelId: number, typed: string): Promise<string | null> {
  const code = codeSchema.safeParse(typed);
  if (!code.success) return code.error.issues[0]!.message;
  const outcome = await confirmChannel(editor.teamId, channelId, code.data);
  if (outcome === "confirmed") return null;
  if (outcome === "wrong") return "This is not the code. Look whether there is a later one.";
  return `No code counts any more: it was too old, tried ${CODE_TRIES} times, or revoked. Have a new one sent.`;
}
