import { expect, test } from "vitest";
import { stepOf } from "./step.ts";

test("a step is a sentence, or a command with where it is typed", () => {
  expect(stepOf("Ask the provider: it may know.")).toEqual({ sentence: "Ask the provider: it may know." });
  expect(stepOf("On the server: ss -ltnp 'sport = :25'")).toEqual({ where: "On the server", command: "ss -ltnp 'sport = :25'" });
  expect(stepOf("curl smtp://mx.example:25")).toEqual({ where: null, command: "curl smtp://mx.example:25" });
});
