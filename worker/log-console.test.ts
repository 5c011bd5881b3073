import { Console } from "node:console";
import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { keptLog } from "#testing/kept-log.ts";
import { logConsole } from "./log-console.ts";

test("what a library prints stands in the log, and nowhere else", () => {
  const written: string[] = [];
  const sink = new Writable({
    write(chunk, _, done) {
      written.push(String(chunk));
      done();
    },
  });
  const theirs = new Console(sink, sink);
  const { log, lines } = keptLog();
  theirs.log("TOTAL", 6);
  expect(written).toEqual(["TOTAL 6\n"]);
  logConsole(log, theirs);
  theirs.log("TOTAL", 6, "EXPECTING", 99_999);
  theirs.error(new Error("odd"));
  expect(written).toHaveLength(1);
  expect(lines).toMatchObject([
    { level: 20, printed: "TOTAL 6 EXPECTING 99999" },
    { level: 20, printed: expect.stringMatching(/^Error: odd\n/) },
  ]);
});
