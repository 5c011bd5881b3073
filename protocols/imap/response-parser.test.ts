import fc from "fast-check";
import { expect, test } from "vitest";
import { ResponseParser, type Awaited } from "./response-parser.ts";

/** What a parser makes of these lines, what it passed over, and how often it heard an answer to another command. */
function read(lines: readonly string[], awaited: Awaited = { tag: "a1" }) {
  const skipped: number[] = [];
  let outOfStep = 0;
  const parser = new ResponseParser(awaited, { skip: (bytes) => skipped.push(bytes), outOfStep: () => (outOfStep += 1) });
  for (const line of lines) {
    const answer = parser.take(line);
    if (answer !== undefined) return { answer, skipped, outOfStep, capabilities: parser.capabilities };
  }
  return { answer: null, skipped, outOfStep, capabilities: parser.capabilities };
}

test("an answer is the line with the tag, and data may come before it", () => {
  const lines = ["* CAPABILITY IMAP4rev1  IDLE", "* 2 EXISTS", "* OK [ALERT] hello", "a1 NO [Unavailable] later"];
  expect(read(lines)).toEqual({
    answer: { code: "NO", enhanced: "UNAVAILABLE", lines: ["[Unavailable] later"] },
    skipped: [],
    outOfStep: 0,
    capabilities: ["IMAP4rev1", "IDLE"],
  });
});

test.each<[string, string | null, string[]]>([
  ["a1 OK", null, [""]],
  ["a1 ok done", null, ["done"]],
  ["A1 BAD [CLIENTBUG] what", "CLIENTBUG", ["[CLIENTBUG] what"]],
  ["a1 NO [BADCHARSET (UTF-8)] no", "BADCHARSET", ["[BADCHARSET (UTF-8)] no"]],
  ["a1 OK [", null, ["["]],
])("%j has the response code %j", (line, enhanced, lines) => {
  expect(read([line]).answer).toMatchObject({ enhanced, lines });
});

test("a response code is only known from what may be shown", () => {
  const parser = new ResponseParser({ tag: "a1" }, { skip: () => undefined, outOfStep: () => undefined });
  expect(parser.take("a1 NO [c2VjcmV0] no", "a1 NO [[redacted]] no")).toMatchObject({ enhanced: null });
});

test("BYE is the answer of a server that goes away, and a part of it where we leave", () => {
  expect(read(["* BYE shutting down"]).answer).toEqual({ code: "BYE", enhanced: null, lines: ["shutting down"] });
  expect(read(["* BYE bye", "a6 OK done"], { tag: "a6", isLeaving: true }).answer).toMatchObject({ code: "OK" });
});

test.each(["* ok ready", "* PREAUTH welcome", "* BYE no"])("%j is a greeting", (line) => {
  expect(read([line], {}).answer).toMatchObject({ lines: [line.replace(/^\* \w+ /, "")] });
});

test.each<[string, Awaited]>([
  ["* NO", {}],
  ["a1 OK", {}],
  ["* CAPABILITY IMAP4rev1", {}],
  ["+ go on", { tag: "a4" }],
  ["a1 PREAUTH", { tag: "a1" }],
  ["a1OK", { tag: "a1" }],
  ["b7 OK", { tag: "a1" }],
  ["250 OK", { tag: "a1" }],
  ["", { tag: "a1" }],
])("%j is no line where %j is awaited", (line, awaited) => {
  expect(read([line], awaited).answer).toMatchObject({ failure: "protocol" });
});

test("a challenge is one only in a login", () => {
  expect(read(["+ aGVsbG8="], { tag: "a4", mayChallenge: true }).answer).toMatchObject({ code: "+", lines: ["aGVsbG8="] });
  expect(read(["+"], { tag: "a4", mayChallenge: true }).answer).toMatchObject({ code: "+", lines: [""] });
});

test("an answer to another command of ours is passed over, and told", () => {
  expect(read(["a2 OK again", "a4 OK"], { tag: "a4" })).toMatchObject({ answer: { code: "OK" }, outOfStep: 1 });
});

test("a literal is passed over, and the line goes on after it", () => {
  const lines = ["* LIST () NIL {5}", " (more {3}", ")", "* OK free text {9}", "a1 OK"];
  expect(read(lines)).toMatchObject({ answer: { code: "OK" }, skipped: [5, 3] });
});

test.each([
  ["{2147483647}", "reply-too-large"],
  ["{65537}", "reply-too-large"],
  ["{99999999999999999999999999}", "reply-too-large"],
  ["{-1}", "protocol"],
  ["{}", "protocol"],
  ["{1e9}", "protocol"],
])("a literal of %s is a failure: %s", (literal, failure) => {
  expect(read([`* LIST () NIL ${literal}`])).toMatchObject({ answer: { failure }, skipped: [] });
});

test("many literals are one large answer, and so are many lines", () => {
  expect(read(Array.from({ length: 99 }, () => "* X {4000}")).answer).toMatchObject({ failure: "reply-too-large" });
  expect(read(Array.from({ length: 1_001 }, () => "* 1 EXISTS")).answer).toMatchObject({ failure: "reply-too-large" });
});

test("whatever the lines are, it ends in an answer, a failure or the wish for more", () => {
  const piece = fc.constantFrom(
    "* ",
    "a1 ",
    "a2 ",
    "OK",
    "NO",
    "BYE",
    "[",
    "]",
    "{",
    "}",
    "7",
    " ",
    "+",
    "CAPABILITY",
    "\\x00",
    "x",
  );
  const line = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), fc.boolean(), (lines, mayChallenge) => {
      const { answer, skipped } = read(lines, { tag: "a1", mayChallenge });
      expect(answer === null || "failure" in answer || ["OK", "NO", "BAD", "BYE", "+"].includes(String(answer.code))).toBe(true);
      expect(skipped.every((bytes) => bytes >= 0 && bytes <= 65_536)).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
