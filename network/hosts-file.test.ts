import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { addressesInHostsFile } from "./hosts-file.ts";

test("a hosts file gives each of its names every address it has, whatever the case", async () => {
  const folder = await mkdtemp(join(tmpdir(), "hosts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "hosts");
  await writeFile(
    path,
    "# ours\n192.0.2.1\tmx.example MX # first\n::1 other.example\n2001:db8::1 mx.example\nnonsense mx.example\n\n",
  );
  expect(await addressesInHostsFile("MX.example", path)).toEqual(["192.0.2.1", "2001:db8::1"]);
  expect(await addressesInHostsFile("mx", path)).toEqual(["192.0.2.1"]);
  expect(await addressesInHostsFile("first", path)).toEqual([]);
});

test("a hosts file that cannot be read has no names", async () => {
  expect(await addressesInHostsFile("mx.example", "/nowhere/hosts")).toEqual([]);
});
