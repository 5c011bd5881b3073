import { setTimeout as sleep } from "node:timers/promises";
import { expect, test } from "vitest";
import { Connection } from "./connection.ts";
import { Deadline } from "./deadline.ts";

test("who comes after the deadline gets no connection, and that is a value", async () => {
  const deadline = new Deadline(10);
  await sleep(50);
  const connection = new Connection(deadline);
  expect(await connection.connect("127.0.0.1", 25, 1_000)).toEqual({ failure: "timeout", detail: null });
  expect(connection.isOpen).toBe(false);
});
