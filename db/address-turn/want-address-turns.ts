import { notify } from "../notify.ts";

const TURNS_A_NOTIFICATION = 100; // an address is at most 45 characters; a payload at most 7,999 bytes

/** Asks whoever has these turns to give them back as soon as they are over. */
export async function wantAddressTurns(turns: readonly { address: string; port: number }[]): Promise<void> {
  for (let from = 0; from < turns.length; from += TURNS_A_NOTIFICATION) {
    const some = turns.slice(from, from + TURNS_A_NOTIFICATION);
    await notify("turn_wanted", some.map(({ address, port }) => `${address} ${port}`).join(","));
  }
}
