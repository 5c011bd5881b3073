import { setTimeout as sleep } from "node:timers/promises";
import type { Behaviour } from "#testing/corpus/behaviour.ts";
import type { Played } from "../corpus/start-server.ts";
import { isTyped } from "./is-typed.ts";
import { GIVEN_MS, type Peer, type Said } from "./peer.ts";

/** What somebody made of one behaviour. */
export type Verdict = "right" | "hangs" | "wrong" | "untyped";
export type Judged = { behaviour: Behaviour; verdict: Verdict; text: string };

/** Who runs longer than it was given is waited for this long, in ms. */
export const WAITED_MS = 2_000;
const AT_ONCE = 4;

/** Those behaviours that everybody can be pointed at: a host, a port, a mode of TLS, and no kind but SMTP. */
export function isForEverybody({ behaviour: { row, zone, at, memory, target } }: Played): boolean {
  const { tls: _, ...rest } = target ?? {};
  const isAtUsualPlace = at === undefined || at === "full" || at.length === 0;
  return row.startsWith("H") && zone === undefined && isAtUsualPlace && memory === undefined && Object.keys(rest).length === 0;
}

/** Asks about each behaviour once. */
export async function compare(peer: Peer, played: readonly Played[]): Promise<Judged[]> {
  const judged: Judged[] = [];
  let next = 0;
  const askInTurn = async () => {
    while (next < played.length) {
      const at = next++;
      judged[at] = await judge(peer, played[at]!);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askInTurn));
  return judged;
}

async function judge(peer: Peer, { behaviour, address: { host, port } }: Played): Promise<Judged> {
  const patience = new AbortController();
  const waiting = new AbortController();
  const asked = peer.ask({ host, port, tls: behaviour.target?.tls ?? "none" }, patience.signal);
  const said = await Promise.race([asked, sleep(GIVEN_MS + WAITED_MS, null, { signal: waiting.signal }).catch(() => null)]);
  waiting.abort();
  if (said === null) patience.abort();
  return { behaviour, verdict: said === null ? "hangs" : verdictOn(said, behaviour), text: said?.text ?? "" };
}

/** What is neither up nor down may be called either. */
function verdictOn({ isOk, text }: Said, { status, code, what }: Behaviour): Verdict {
  if (status === "up") return isOk ? "right" : "wrong";
  if (status !== "down") return "right";
  if (isOk) return "wrong";
  return isTyped(text, code!, what) ? "right" : "untyped";
}
