import type { Certificate } from "#testing/certificates.ts";
import { close, reset, send, startTls, type Dialogue, type Step } from "#testing/server/steps.ts";
import { mutateText } from "./mutate-text.ts";
import type { Random } from "./random.ts";

const GREETING = "220-mx.example ESMTP\r\n220 ready\r\n";
const EHLO = "250-mx.example\r\n250-SIZE 1000000\r\n250-STARTTLS\r\n250 8BITMIME\r\n";
const GO_AHEAD = "220 2.0.0 go ahead\r\n";
const BYE = "221 2.0.0 bye\r\n";

/** The client says a line, whatever it is. */
const anything: Step = async (player) => void (await player.line());

/** One good dialogue with accidents in one to three of its replies; now and then it ends early, or comes in two pieces. */
export function mutatedDialogue(random: Random, certificate: Certificate | null): Dialogue {
  const replies = certificate === null ? [GREETING, EHLO, BYE] : [GREETING, EHLO, GO_AHEAD, EHLO, BYE];
  const hurt = new Set(Array.from({ length: 1 + random.whole(3) }, () => random.whole(replies.length)));
  const steps = replies.flatMap((reply, turn): Step[] => {
    const said = hurt.has(turn) ? [...sent(mutateText(reply, random), random), ...ending(random)] : [send(reply)];
    const isBeforeTls = certificate !== null && turn === 2;
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
