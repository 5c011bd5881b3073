import type { SmtpTarget, Target } from "#core/monitor/monitor.ts";
import { acceptTest } from "./accept.ts";
import { dialogue, type SeededDialogue, type Words } from "./dialogue.ts";
import { goodDomain } from "./domain.ts";
import { facts } from "./facts.ts";
import { loggedIn } from "./login.ts";
import { goodMailbox } from "./mailbox.ts";
import { bye, hello, reach, secured, takeBack } from "./parts.ts";
import { goodOverBoth } from "./reach.ts";
import { goodRoundTrip } from "./round-trip.ts";

/** A check that went well, as far as its target says. */
export function goodDialogue(target: Target, now: number): SeededDialogue {
  if (target.kind === "mailflow") return goodRoundTrip(target, now);
  if (target.kind === "domain") return goodDomain(target.host, now);
  if (target.kind === "blocklist") throw new Error("No blocklist monitor is seeded.");
  if (target.kind !== "smtp") return goodMailbox(target, now);
  const { host, port } = target;
  if (target.reach === "both") return goodOverBoth(host, port, now);
  return dialogue("up", null, facts(host, now), [...reach(host, port), ...hello(host), ...secured(host, now), ...rest(target)]);
}

function rest({ until }: SmtpTarget): Words[] {
  if (until === "accept") return [...acceptTest, ...takeBack];
  return until === "auth" ? [...loggedIn, ...bye] : bye;
}
