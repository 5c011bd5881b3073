import { expect, test } from "vitest";
import { CHANGED, DEGRADED, DOWN, FLAPPING, hostileMessage, HOSTILE_TEXTS, UP_AGAIN, WORSE } from "#testing/provider/messages.ts";
import { digestOf, type Gathered } from "./digest.ts";
import { messageFacts } from "./message-facts.ts";
import { messageSubject } from "./message-subject.ts";
import type { IncidentMessage } from "./message.ts";

const BASE = "https://watch.example.com";
const of = (incidentId: number, message: IncidentMessage): Gathered => ({ ...message, url: `${BASE}/incidents/${incidentId}` });

test("an incident stands in a digest once, as it is last, and what is down comes first", () => {
  const { entries, url } = digestOf(
    [of(1, DOWN), of(2, DEGRADED), of(3, FLAPPING), of(1, UP_AGAIN), CHANGED, of(4, WORSE), of(2, WORSE)],
    BASE,
  );
  expect(entries.map(({ state, what, url }) => [state, what, url.slice(BASE.length)])).toEqual([
    ["down", "rcpt 452", "/incidents/4"],
    ["down", "rcpt 452", "/incidents/2"],
    ["flapping", "3 changes in 6 min", "/incidents/3"],
    ["over", "after 4 min", "/incidents/1"],
    ["change", expect.stringContaining("Exim 4.97"), "/monitors/3"],
  ]);
  expect(url).toBe(`${BASE}/incidents?state=open`);
});

test("a digest in another one hands on what it has, which is overtaken by what came later", () => {
  const before = digestOf([of(1, DOWN), of(2, DOWN)], BASE);
  const { entries } = digestOf([before, of(1, UP_AGAIN)], BASE);
  expect(entries.map(({ state }) => state)).toEqual(["down", "over"]);
});

test("its subject says how many of what, and which server where it is one", () => {
  const many = Array.from({ length: 4_995 }, (_, index) => of(index + 10, DOWN));
  expect(messageSubject(digestOf(many, BASE))).toBe("4,995 down — mx1.example.com:25");
  const elsewhere = of(3, { ...UP_AGAIN, target: "mx2.example.com:25" });
  expect(messageSubject(digestOf([of(1, DOWN), of(2, DEGRADED), elsewhere], BASE))).toBe(
    "1 down, 1 degraded, 1 up again — 2 servers",
  );
});

test("a chat is told ten of them, how many there are besides, and where all are", () => {
  const { facts, sentence, tone, url } = messageFacts(
    digestOf(
      Array.from({ length: 30 }, (_, index) => of(index, DOWN)),
      BASE,
    ),
  );
  expect(facts).toHaveLength(11);
  expect(facts[0]).toEqual(["Down", "Mail in — rcpt 452 (mx1.example.com:25)"]);
  expect(facts[10]).toEqual(["And", "20 more: all of them are in the list of incidents"]);
  expect([sentence, tone, url]).toEqual([
    "Much happens at once, so it is told together: 30 about mx1.example.com:25.",
    "bad",
    `${BASE}/incidents?state=open`,
  ]);
});

test.each(Object.entries(HOSTILE_TEXTS))("%s in it is bounded and on one line", (_, text) => {
  const digest = digestOf([of(1, hostileMessage(text)), of(2, hostileMessage(text))], BASE);
  for (const { monitorName, what } of digest.entries) expect(`${monitorName}${what}`).toMatch(/^[^\p{Cc}\u2028\u202e]{1,300}$/u);
});
