import { clientAddress } from "#app/_data/client-address.ts";
import { countGuess } from "#db/rate-limit/count-guess.ts";
import { allowAddress } from "#db/revocation/allow-address.ts";
import { findRevocable } from "#db/revocation/find-revocable.ts";
import { revokeAddress } from "#db/revocation/revoke-address.ts";

/** What whoever reads an address may want: nothing more of a team there, or that it may ask again. */
export type RevokeWish = "revoke" | "allow";

/**
 * Does what whoever has a link wants; twice is as once. `nowhere` with a link that is none of ours, or how many seconds to wait where too many
 * such came from the same address. A right link is never held up: the servers of a mail provider post for all its users.
 */
export async function revokeByLink(text: string, wish: RevokeWish, headers: Headers): Promise<"done" | "nowhere" | number> {
  const found = await findRevocable(text);
  if (found === null) return (await countGuess("revoke:client", clientAddress(headers))) || "nowhere";
  await (wish === "revoke" ? revokeAddress : allowAddress)(found.teamId, found.address);
  return "done";
}
