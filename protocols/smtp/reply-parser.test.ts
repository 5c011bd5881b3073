import fc from "fast-check";
import { expect, test } from "vitest";
import { LineReader } from "#network/line-reader.ts";
import { cut } from "#testing/server/cut.ts";
import { ReplyParser } from "./reply-parser.ts";

/** The first answer that bytes, arriving in these pieces, amount to; undefined while it is not whole. */
function parse(pieces: string[]) {
  const reader = new LineReader();
  const parser = new ReplyParser();
  for (const piece of pieces) {
    reader.push(piece);
    for (let line = reader.next(); line !== null; line = reader.next()) {
      const answer = typeof line === "string" ? parser.take(line) : line;
      if (answer !== undefined) return answer;
    }
  }
  return undefined;
}

const lines = (count: number, text = "x") => `250-${text}\r\n`.repeat(count);

const failure = (text: string) => {
  const answer = parse([text]);
  return answer !== undefined && "failure" in answer ? answer.failure : null;
};

test("a reply of one line has its code, its enhanced code and its text", () => {
  expect(parse(["452 4.3.1 Insufficient system storage\r\n"])).toEqual({
    code: 452,
    enhanced: "4.3.1",
    lines: ["4.3.1 Insufficient system storage"],
  });
});

test("a reply of many lines is whole with the line that has no hyphen", () => {
  expect(parse(["250-mx.example\r\n250-SIZE 1000\r\n"])).toBeUndefined();
  expect(parse(["250-mx.example\r\n250-SIZE 1000\r\n250 HELP\r\n"])).toEqual({
    code: 250,
    enhanced: null,
    lines: ["mx.example", "SIZE 1000", "HELP"],
  });
});

test.each(["220\r\n", "220 \r\n", "220-\r\n220\r\n"])("a reply without text, %j, is a reply", (text) => {
  expect(parse([text])).toMatchObject({ code: 220 });
});

test.each(["22\r\n", "22 hi\r\n", "2200 hi\r\n", "199 hi\r\n", "600 hi\r\n", "220_hi\r\n", "\r\n", " 220 hi\r\n", "hello\r\n"])(
  "%j is no reply",
  (text) => expect(failure(text)).toBe("protocol"),
);

test("two codes in one reply are a protocol failure", () => {
  expect(failure("250-mx.example\r\n550 no\r\n")).toBe("protocol");
});

test("an enhanced code counts only where its class is that of the reply and it stands alone", () => {
  expect(parse(["550 5.7.1 no\r\n"])).toMatchObject({ enhanced: "5.7.1" });
  expect(parse(["550 5.7.509\r\n"])).toMatchObject({ enhanced: "5.7.509" });
  expect(parse(["550 4.7.1 no\r\n"])).toMatchObject({ enhanced: null });
  expect(parse(["550 5.7.1x no\r\n"])).toMatchObject({ enhanced: null });
  expect(parse(["220 2.0 ready\r\n"])).toMatchObject({ enhanced: null });
});

test("a reply may have 128 lines and 64 KiB, and no more", () => {
  expect(parse([`${lines(127)}250 end\r\n`])).toMatchObject({ code: 250 });
  expect(failure(`${lines(128)}250 end\r\n`)).toBe("reply-too-large");
  expect(failure(lines(40, "x".repeat(2_000)))).toBe("reply-too-large");
});

test("how a reply is cut into packets changes nothing", () => {
  const line = fc.tuple(
    fc.constantFrom("250", "250", "250", "220", "550", "25", "999"),
    fc.constantFrom("-", "-", "-", " ", ""),
    fc.string({ maxLength: 30, unit: "binary-ascii" }),
    fc.constantFrom("\r\n", "\r\n", "\n", "\r"),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1 }), (parts, sizes) => {
      const text = parts.map((part) => part.join("")).join("");
      expect(parse(cut(text, sizes))).toEqual(parse([text]));
    }),
    { numRuns: 1_000 },
  );
});

test("whatever arrives, the parser answers or waits, and never throws", () => {
  const pieces = fc.array(fc.string({ unit: "binary" }), { maxLength: 20 });
  expect(() =>
    fc.assert(
      fc.property(pieces, (bytes) => void parse(bytes)),
      { numRuns: 1_000 },
    ),
  ).not.toThrow();
});
