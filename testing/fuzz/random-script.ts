import type { Script } from "#core/script/script.ts";
import type { Step } from "#core/script/step.ts";
import type { Random } from "./random.ts";

const SERVERS: Script["servers"] = {
  out: { protocol: "smtp", host: "mail.example.com", port: 587, tls: "starttls-required", ehlo: "probe.example.com" },
  in: { protocol: "imap", host: "imap.example.com", port: 993, tls: "implicit" },
  pop: { protocol: "pop3", host: "2001:db8::1", port: 110, tls: "starttls" },
};

const LIMITS_MS = [1, 500, 1_000, 30_000, 60_000];

/** A script that is as it has to be: a message sent, and looked for in a mailbox, with steps between that may be left out. */
export function randomScript(random: Random): Script {
  const isByImap = random.whole(2) === 0;
  const steps = [...sent(random), ...(isByImap ? foundByImap(random) : foundByPop3(random))];
  const always: Step[] = isByImap ? [{ imap: "expunge" }, { imap: "logout" }] : [{ pop3: "quit" }];
  return {
    version: 1,
    deadline: random.pick([60_000, 120_000, 300_000]),
    servers: SERVERS,
    steps: steps.map((step) => ("wait" in step || "set" in step || "expect" in step ? step : maybe(random, step))),
    ...(random.whole(2) === 0 ? { always } : {}),
  };
}

/** A step, perhaps with a name and a limit of its own. */
function maybe(random: Random, step: Step): Step {
  return {
    ...step,
    ...(random.whole(4) === 0 ? { name: random.pick(["Open", "- : {", "Ünïcode ✓", '"quoted"', "null", "1e3"]) } : {}),
    ...(random.whole(4) === 0 ? { limit: random.pick(LIMITS_MS) } : {}),
  };
}

function sent(random: Random): Step[] {
  return [
    { smtp: "connect", server: "out" },
    { smtp: "ehlo" },
    ...some<Step>(random, {
      smtp: "send",
      line: random.pick(["NOOP", "VRFY ${token}", "HELP $${x}", "XTRA: #1"]),
      expect: { code: ["2xx", 502] },
    }),
    { smtp: "starttls" },
    { smtp: "auth", username: "sender@example.com", secret: "submission" },
    ...some<Step>(random, { set: { tag: random.pick(["probe", "yes", "0x10", "${token}"]) } }),
    { smtp: "mail", from: random.pick(["", "sender@example.com"]) },
    { smtp: "rcpt", to: random.pick(["reader@example.com", "reader+${token}@example.com"]), expect: { code: 250 } },
    { smtp: "data", ...(random.whole(2) === 0 ? { size: 1 + random.whole(100_000) } : {}) },
    ...some<Step>(random, { set: { queue_id: { fromReply: random.pick(["queued as (\\w+)", "(?i)id=([^ ]{1,40})"]) } } }),
    ...some<Step>(random, { smtp: "quit" }),
    ...some<Step>(random, { wait: random.pick(LIMITS_MS) }),
  ];
}

function foundByImap(random: Random): Step[] {
  return [
    { imap: "connect", server: "in" },
    { imap: "login", username: "reader", secret: "mailbox" },
    { imap: "search", folders: random.pick([["INBOX"], ["INBOX", "Junk"], ["Entwürfe", "a: b", "${token}"]]), every: 2_000 },
    ...some<Step>(random, { imap: "fetch" }),
    ...some<Step>(random, {
      expect: "message",
      folder: "INBOX",
      delay: random.pick(LIMITS_MS),
      headers: { "X-Spam-Flag": { matchesNot: "^YES" } },
      otherwise: "degraded",
    }),
    ...some<Step>(random, { imap: "delete" }),
  ];
}

function foundByPop3(random: Random): Step[] {
  return [
    { pop3: "connect", server: "pop" },
    { pop3: "stls" },
    { pop3: "login", username: "reader", secret: "mailbox" },
    { pop3: "search" },
    ...some<Step>(random, { expect: "message", size: { atMost: 100_000 }, dkim: ["pass", "none"] }),
    ...some<Step>(random, { pop3: "delete" }),
  ];
}

/** Something, or nothing. */
function some<T>(random: Random, thing: T): T[] {
  return random.whole(2) === 0 ? [thing] : [];
}
