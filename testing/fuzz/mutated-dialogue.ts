import type { Certificate } from "#testing/certificates.ts";
import { close, reset, send, startTls, type Dialogue, type Step } from "#testing/server/steps.ts";
import { mutateText } from "./mutate-text.ts";
import type { Random } from "./random.ts";
import type { Subject } from "./subjects.ts";

/** TLS begins after the answer to the wish for it. */
const TLS_AFTER = 2;

/** The client says a line, whatever it is. */
const anything: Step = async (player) => void (await player.line());

/** One good dialogue with accidents in one to three of its replies; now and then it ends early, or comes in two pieces. */
export function mutatedDialogue({ inClear, withTls }: Subject, random: Random, certificate: Certificate | null): Dialogue {
  const replies = (certificate === null ? inClear : withTls).says;
  const hurt = new Set(Array.from({ length: 1 + random.whole(3) }, () => random.whole(replies.length)));
  const steps = replies.flatMap((reply, turn): Step[] => {
    const said = hurt.has(turn) ? [...sent(mutateText(reply, random), random), ...ending(random)] : [send(reply)];
    const isBeforeTls = certificate !== null && turn === TLS_AFTER;
    return [...said, ...(isBeforeTls ? [startTls(certificate)] : []), ...(turn < replies.length - 1 ? [anything] : [])];
  });
  return steps;
}

function sent(text: string, random: Random): Step[] {
  if (random.whole(3) > 0 || text === "") return [send(text)];
  const at = random.whole(text.length);
  return [send(text.slice(0, at)), (player) => player.wait(1 + random.whole(3)), send(text.slice(at))];
}

function ending(random: Random): Step[] {
  const fate = random.whole(10);
  if (fate === 0) return [close];
  return fate === 1 ? [(player) => player.wait(2), reset] : [];
}
