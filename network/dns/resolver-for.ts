import type { DnsAnswer, RecordType } from "#core/dns/answer.ts";
import { Deadline } from "../deadline.ts";
import { askOverHttps } from "./ask-over-https.ts";
import { sendTo, type Send } from "./ask-server.ts";
import { askServers, type Patience, type Servers } from "./ask-servers.ts";
import type { DnsServers } from "./dns-servers.ts";
import { lookUp } from "./look-up.ts";
import { askedName, type DnsQuestion } from "./question.ts";

/** Asks the DNS. `asked` is how many messages went out so far. */
export type Resolver = {
  /** What a name has of one type; never throws. Ends by `limit`, and without one within `limitMs` of the options. */
  ask<T extends RecordType>(name: string, type: T, limit?: Deadline): Promise<DnsAnswer<T>>;
  readonly asked: number;
};

/**
 * How to ask. `second` are servers of another network, asked where the first cannot say; `limitMs` is for a question without a limit of its own,
 * `tryMs` for each time it is put to a server.
 */
export type ResolverOptions = { second?: DnsServers; tries?: number; tryMs?: number; limitMs?: number };

const TRIES = 2;
const TRY_MS = 2_000;
const LIMIT_MS = 8_000;

/** That something could not be found out is remembered for a little more than the second RFC 9520 section 3.2 wants at least. */
const FAILURE_KEPT_MS = 5_000;

/**
 * A resolver for one run: it puts each question once, and remembers what it heard for as long as that may be kept, and for no other run. Whether an
 * answer is secure it believes its server, which therefore has to be one that validates, and close by (RFC 4033 section 4.7).
 */
export function resolverFor(servers: DnsServers, options: ResolverOptions = {}): Resolver {
  return new ResolverOfOneRun(servers, options);
}

type Kept = { answer: Promise<DnsAnswer>; untilMs: number };

class ResolverOfOneRun implements Resolver {
  readonly #servers: Servers;
  readonly #patience: Patience;
  readonly #limitMs: number;
  readonly #kept = new Map<string, Kept>();
  #asked = 0;

  constructor(servers: DnsServers, { second, tries = TRIES, tryMs = TRY_MS, limitMs = LIMIT_MS }: ResolverOptions) {
    this.#servers = { first: this.#sendersTo(servers), second: second === undefined ? [] : this.#sendersTo(second) };
    this.#patience = { tries, tryMs };
    this.#limitMs = limitMs;
  }

  get asked(): number {
    return this.#asked;
  }

  async ask<T extends RecordType>(name: string, type: T, limit?: Deadline): Promise<DnsAnswer<T>> {
    const asked = askedName(name);
    if (asked === null) return { outcome: "nxdomain", isSecure: false, ttlS: 0, ms: 0 }; // no such name can be
    const key = `${type} ${asked}`;
    const kept = this.#kept.get(key);
    if (kept !== undefined && performance.now() < kept.untilMs)
      return { ...((await orUntil(limit, kept.answer)) as DnsAnswer<T>), ms: 0 };
    const answer = this.#askAnew({ name: asked, type }, limit);
    const entry: Kept = { answer, untilMs: Infinity }; // who asks meanwhile waits for the same answer
    this.#kept.set(key, entry);
    const settled = await answer;
    entry.untilMs = performance.now() + keptMs(settled);
    return settled as DnsAnswer<T>;
  }

  async #askAnew(question: DnsQuestion, limit?: Deadline): Promise<DnsAnswer> {
    const startedAtMs = performance.now();
    const deadline = limit ?? new Deadline(this.#limitMs);
    try {
      const looked = await lookUp(question, (each) => askServers(this.#servers, each, this.#patience, deadline));
      return { ...looked, ms: performance.now() - startedAtMs };
    } finally {
      if (limit === undefined) deadline.clear();
    }
  }

  #sendersTo(servers: DnsServers): Send[] {
    const onSent = () => {
      this.#asked += 1;
    };
    if (servers.kind === "servers") return servers.addresses.map((server) => sendTo(server, onSent));
    return [
      (query, limitMs) => {
        onSent();
        return askOverHttps(servers, query, limitMs);
      },
    ];
  }
}

/** Who waits for an answer that somebody else asked for does so no longer than they may. */
function orUntil(limit: Deadline | undefined, answer: Promise<DnsAnswer>): Promise<DnsAnswer> {
  if (limit === undefined) return answer;
  const passed = new Promise<DnsAnswer>((resolve) => {
    limit.onPass(() => resolve({ outcome: "timeout", detail: "the answer did not come in time", ms: 0 }));
  });
  return Promise.race([answer, passed]);
}

/** What did not come in time may come another time; that a server does not know is true for a while. */
function keptMs(answer: DnsAnswer): number {
  if ("ttlS" in answer) return answer.ttlS * 1_000;
  return answer.outcome === "timeout" ? 0 : FAILURE_KEPT_MS;
}
