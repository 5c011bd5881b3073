import { isUnanswered, type DnsAnswer, type Looked, type RecordType, type Unanswered } from "#core/dns/answer.ts";
import { Deadline } from "../deadline.ts";
import { askOverHttps } from "./ask-over-https.ts";
import { askServer, sendTo, type Send } from "./ask-server.ts";
import type { DnsServers } from "./dns-servers.ts";
import { MOST_ALIASES } from "./follow-aliases.ts";
import { askedName, type DnsQuestion } from "./question.ts";
import { LOOP, type Reading } from "./read-answer.ts";

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

/** That something could not be found out is remembered for as long as RFC 9520 section 3.2 wants at least. */
const FAILURE_KEPT_MS = 5_000;

/** What another server may say differently; the rest is about the name. */
const ABOUT_THE_SERVER: readonly Reading["outcome"][] = ["servfail", "refused", "timeout", "malformed", "unreachable"];
/** What the same server may say differently a moment later. */
const PASSING: readonly Reading["outcome"][] = ["timeout", "malformed"];
/** Of several servers' failures, the one that tells most is told. */
const TELLING: readonly Reading["outcome"][] = ["servfail", "refused", "malformed", "timeout", "unreachable"];

/**
 * A resolver for one run: it puts each question once, and remembers what it heard for as long as that may be kept, and for no other run. Whether an
 * answer is secure it believes its server, which therefore has to be one that validates, and close by (RFC 4033 section 4.7).
 */
export function resolverFor(servers: DnsServers, options: ResolverOptions = {}): Resolver {
  return new ResolverOfOneRun(servers, options);
}

type Kept = { answer: Promise<DnsAnswer>; untilMs: number };

class ResolverOfOneRun implements Resolver {
  readonly #first: readonly Send[];
  readonly #second: readonly Send[];
  readonly #tries: number;
  readonly #tryMs: number;
  readonly #limitMs: number;
  readonly #kept = new Map<string, Kept>();
  #asked = 0;

  constructor(servers: DnsServers, { second, tries = TRIES, tryMs = TRY_MS, limitMs = LIMIT_MS }: ResolverOptions) {
    this.#first = this.#sendersTo(servers);
    this.#second = second === undefined ? [] : this.#sendersTo(second);
    this.#tries = tries;
    this.#tryMs = tryMs;
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
    if (kept !== undefined && performance.now() < kept.untilMs) return { ...((await kept.answer) as DnsAnswer<T>), ms: 0 };
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
      const looked = await this.#follow(question, deadline);
      const isUnexplained = looked.outcome === "servfail" && looked.detail === null && question.type !== "CNAME";
      const explained = isUnexplained ? await this.#lookForCircle(question.name, looked, deadline) : looked;
      return { ...explained, ms: performance.now() - startedAtMs };
    } finally {
      if (limit === undefined) deadline.clear();
    }
  }

  /** Most resolvers follow aliases to their end; for one that does not, each of them is a question of its own. */
  async #follow(question: DnsQuestion, deadline: Deadline): Promise<Looked> {
    const names = new Set([question.name]);
    let [ttlS, isSecure, count] = [Infinity, true, 0];
    for (let name = question.name; ;) {
      const reading = await this.#askServers({ name, type: question.type }, deadline);
      if (isUnanswered(reading)) return reading;
      ttlS = Math.min(ttlS, reading.ttlS);
      isSecure &&= reading.isSecure;
      if (reading.outcome !== "alias") return { ...reading, ttlS, isSecure };
      name = reading.canonical;
      count += reading.count;
      if (names.has(name) || count > MOST_ALIASES) return LOOP;
      names.add(name);
    }
  }

  /** A resolver that was led in a circle only says that it failed; alias by alias it shows (RFC 1034 section 5.3.2 leaves it to us). */
  async #lookForCircle(from: string, failure: Unanswered, deadline: Deadline): Promise<Unanswered> {
    const names = new Set([from]);
    for (let name = from; names.size <= MOST_ALIASES; names.add(name)) {
      const reading = await this.#askServers({ name, type: "CNAME" }, deadline);
      const [alias] = reading.outcome === "found" ? reading.records : [];
      if (alias?.type !== "CNAME") return failure;
      name = alias.data;
      if (names.has(name)) break;
    }
    return LOOP;
  }

  async #askServers(question: DnsQuestion, deadline: Deadline): Promise<Reading> {
    const remainingMs = deadline.remainingMs();
    if (this.#second.length === 0) return this.#askInTurn(this.#first, question, deadline, remainingMs);
    const first = await this.#askInTurn(this.#first, question, deadline, remainingMs / 2);
    if (!ABOUT_THE_SERVER.includes(first.outcome)) return first;
    const second = await this.#askInTurn(this.#second, question, deadline, deadline.remainingMs());
    return ABOUT_THE_SERVER.includes(second.outcome) ? first : second;
  }

  /** Asks one server after the other until one knows, those that may have been hindered once more. */
  async #askInTurn(servers: readonly Send[], question: DnsQuestion, deadline: Deadline, limitMs: number): Promise<Reading> {
    const endsAtMs = performance.now() + limitMs;
    let left = servers;
    const failures: Unanswered[] = [];
    for (let tries = 1; tries <= this.#tries; tries += 1) {
      const hindered: Send[] = [];
      for (const send of left) {
        const tryMs = Math.min(this.#tryMs, deadline.remainingMs(endsAtMs));
        if (tryMs < 1) break; // timers have no fractions
        const reading = await askServer(send, question, tryMs);
        if (!isUnanswered(reading) || !ABOUT_THE_SERVER.includes(reading.outcome)) return reading;
        failures.push(reading);
        if (PASSING.includes(reading.outcome)) hindered.push(send);
      }
      left = hindered;
    }
    return mostTelling(failures);
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

function mostTelling(failures: readonly Unanswered[]): Unanswered {
  const [first] = failures.toSorted((one, other) => TELLING.indexOf(one.outcome) - TELLING.indexOf(other.outcome));
  return first ?? { outcome: "timeout", detail: "there was no time left to ask" };
}

/** What did not come in time may come another time; that a server does not know is true for a while. */
function keptMs(answer: DnsAnswer): number {
  if ("ttlS" in answer) return answer.ttlS * 1_000;
  return answer.outcome === "timeout" ? 0 : FAILURE_KEPT_MS;
}
