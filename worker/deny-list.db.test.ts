import { expect, onTestFinished, test } from "vitest";
import { addDeniedTarget } from "#db/denied-target/add-denied-target.ts";
import { deleteDeniedTarget } from "#db/denied-target/delete-denied-target.ts";
import { listDeniedTargets } from "#db/denied-target/list-denied-targets.ts";
import { untilSo } from "#testing/until.ts";
import { keepDenyList } from "./deny-list.ts";
import { log } from "./log.ts";
import { watchOutage } from "./outage.ts";

test("what is entered is known at the start, and what is entered or taken out meanwhile at once", async () => {
  expect(await addDeniedTarget({ target: "example.com", note: "by mail" })).toBe("added");
  expect(await addDeniedTarget({ target: "example.com", note: "again" })).toBe("known");
  const { denied, stop } = await keepDenyList(watchOutage(log, "the database"));
  onTestFinished(stop);
  expect(denied.hasName("mx.example.com")).toBe(true);

  const enteredAtMs = performance.now();
  await addDeniedTarget({ target: "192.0.2.0/24", note: "" });
  await untilSo(async () => denied.hasAddress("192.0.2.7"), Boolean, 15_000);
  expect(performance.now() - enteredAtMs).toBeLessThan(5_000);

  const rows = await listDeniedTargets();
  expect(rows).toMatchObject([
    { target: "192.0.2.0/24", note: "" },
    { target: "example.com", note: "by mail" },
  ]);
  await deleteDeniedTarget(rows[1]!.deniedTargetId);
  await untilSo(
    async () => denied.hasName("mx.example.com"),
    (isDenied) => !isDenied,
    5_000,
  );
  expect(denied.hasAddress("192.0.2.7")).toBe(true);
});
