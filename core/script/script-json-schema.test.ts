import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { READY_MADE, writeReadyMade } from "./ready-made/ready-made-scripts.ts";
import { scriptJsonSchema } from "./script-json-schema.ts";

const schema = z.fromJSONSchema(scriptJsonSchema());
const problemsOf = (text: string) => schema.safeParse(parse(text)).error?.issues.map(({ path }) => path.join("."));
const roundTrip = writeReadyMade(READY_MADE[0]!, {});

test.each(READY_MADE)("an editor that knows the schema has nothing to say about $name", (readyMade) => {
  expect(problemsOf(writeReadyMade(readyMade, {}))).toBeUndefined();
});

test.each([
  ["another version", "version: 1", "version: 2", "version"],
  ["no port", "port: 587, ", "", "servers.out"],
  ["a port beyond all", "port: 587", "port: 70000", "servers.out.port"],
  ["a time without a unit", "deadline: 2m", "deadline: 2", "deadline"],
  ["a step nobody knows", "smtp: ehlo", "ftp: ehlo", "steps.1"],
  ["a command nobody knows", "smtp: ehlo", "smtp: turn", "steps.1"],
  ["a word too many", "server: mailbox", "server: mailbox\n    sever: mailbox", "steps.8"],
])("but about %s", (_, right, wrong, place) => {
  expect(roundTrip).toContain(right);
  expect(problemsOf(roundTrip.replace(right, wrong))?.join(" ")).toContain(place);
});
