import fc from "fast-check";
import { expect, test } from "vitest";
import { cut } from "#testing/server/cut.ts";
import { LINE_BUDGET, LineReader } from "./line-reader.ts";

/** Everything a reader says when it is given these pieces: its lines, then the failure that ended them, if any. */
function read(pieces: string[]): string[] {
  const reader = new LineReader();
  const said: string[] = [];
  for (const piece of pieces) {
    reader.push(piece);
    for (let next = reader.next(); next !== null; next = reader.next()) {
      if (typeof next !== "string") return [...said, `failure ${next.failure}`];
      said.push(next);
    }
  }
  return [...said, `rest ${reader.takeRest()}`];
}

test("lines end in CR LF or a bare LF, which is remembered", () => {
  expect(read(["one\r\ntwo\nthr", "ee\r", "\nfour"])).toEqual(["one", "two", "three", "rest four"]);
  const reader = new LineReader();
  reader.push("one\r\n");
  reader.next();
  expect(reader.hasSeenBareLf).toBe(false);
  reader.push("two\n");
  reader.next();
  expect(reader.hasSeenBareLf).toBe(true);
});

test("a carriage return inside a line is a protocol failure after the lines before it", () => {
  expect(read(["one\r\nt\rwo\r\n"])).toEqual(["one", "failure protocol"]);
});

test("a line of exactly the budget is taken, one byte more is not, whole or not", () => {
  const full = "x".repeat(LINE_BUDGET);
  expect(read([`${full}\r\n`])).toEqual([full, "rest "]);
  expect(read([`${full}x\r\n`])).toEqual(["failure line-too-long"]);
  expect(read([`${full}x`])).toEqual(["failure line-too-long"]);
});

test("how the bytes are cut into pieces changes nothing", () => {
  const part = fc.constantFrom("220 ok", "\r\n", "\n", "\r", "", "x".repeat(700), "y");
  fc.assert(
    fc.property(fc.array(part, { maxLength: 20 }), fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1 }), (parts, sizes) => {
      const text = parts.join("");
      expect(read(cut(text, sizes))).toEqual(read([text]));
    }),
    { numRuns: 500 },
  );
});
