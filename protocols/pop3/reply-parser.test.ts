import { expect, test } from "vitest";
import { ReplyParser, type Expected } from "./reply-parser.ts";

function parse(lines: string[], expected?: Expected) {
  const parser = new ReplyParser(expected);
  for (const line of lines) {
    const taken = parser.take(line);
    if (taken !== undefined) return taken;
  }
  return undefined;
}

const LIST = { mostLines: 3 };

test("a status line is a whole reply", () => {
  expect(parse(["+OK POP3 ready"])).toEqual({ code: "+OK", enhanced: null, lines: ["POP3 ready"] });
  expect(parse(["-ERR no"])).toEqual({ code: "-ERR", enhanced: null, lines: ["no"] });
  expect(parse(["+OK"])).toEqual({ code: "+OK", enhanced: null, lines: [""] });
});

test.each(["+ok ready", "+OKready", "OK", "", " +OK", "+OK\tready", "220 mx.example", "* OK ready", "-ERROR", "+ cmVhZHk="])(
  "%j is no reply",
  (line) => {
    expect(parse([line])).toEqual({ failure: "protocol", detail: `"${line}" is not a line of a POP3 reply.` });
  },
);

test.each([
  ["-ERR [AUTH] no", "AUTH"],
  ["-ERR [sys/temp] later", "SYS/TEMP"],
  ["-ERR [LOGIN-DELAY 900] later", "LOGIN-DELAY"],
  ["-ERR [IN-USE]", "IN-USE"],
  ["-ERR no [AUTH]", null],
  ["-ERR [pop.mx.example] no", null],
  ["-ERR [] no", null],
  ["-ERR [AUTH", null],
  ["+OK [AUTH] yes", null],
])("the response code of %j is %j", (line, enhanced) => {
  expect(parse([line])).toMatchObject({ enhanced });
});

test("a list ends with a dot, and a dot before a dot is taken off", () => {
  expect(parse(["+OK", "USER", "..", "...x", "."], LIST)).toEqual({ code: "+OK", enhanced: null, lines: ["", "USER", ".", "..x"] });
  expect(parse(["+OK", "."], LIST)).toEqual({ code: "+OK", enhanced: null, lines: [""] });
  expect(parse(["+OK", "USER", "UIDL"], LIST)).toBeUndefined();
});

test("a list may have lines that look like a status", () => {
  expect(parse(["+OK", "-ERR", "+OK", "."], LIST)).toMatchObject({ lines: ["", "-ERR", "+OK"] });
});

test("a command that would be answered with a list may be refused in one line", () => {
  expect(parse(["-ERR unknown command"], LIST)).toEqual({ code: "-ERR", enhanced: null, lines: ["unknown command"] });
});

test("a list is cut at its most lines", () => {
  expect(parse(["+OK", "a", "b", "c", "."], LIST)).toMatchObject({ code: "+OK" });
  expect(parse(["+OK", "a", "b", "c", "d"], LIST)).toEqual({
    failure: "reply-too-large",
    detail: "A list went on after 4 lines and 12 bytes.",
  });
});

test("a list is cut at 64 KiB", () => {
  const line = "x".repeat(1_022);
  const most = { mostLines: 1_000 };
  expect(parse(["+OK", ...Array<string>(64).fill(line), "."], most)).toMatchObject({ code: "+OK" });
  expect(parse(["+OK", ...Array<string>(65).fill(line)], most)).toMatchObject({ failure: "reply-too-large" });
});

test("a challenge is one only where a login is underway", () => {
  expect(parse(["+ PDE4OTY="], { mayChallenge: true })).toEqual({ code: "+", enhanced: null, lines: ["PDE4OTY="] });
  expect(parse(["+"], { mayChallenge: true })).toEqual({ code: "+", enhanced: null, lines: [""] });
  expect(parse(["+PDE4OTY="], { mayChallenge: true })).toMatchObject({ failure: "protocol" });
  expect(parse(["+OK in"], { mayChallenge: true })).toMatchObject({ code: "+OK" });
});

test("a response code is only known from what may be shown", () => {
  expect(new ReplyParser().take("-ERR [c2VjcmV0] no", "-ERR [[redacted]] no")).toMatchObject({ enhanced: null });
});
