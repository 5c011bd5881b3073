import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { checkRoom, chooseDataFolder } from "./data-folder.mjs";
import { postgresAccount } from "./postgres/account.mjs";

const IS_ROOT = process.getuid?.() === 0;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-data-"));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a disk with too little room is named with what is free and what is needed", () => {
  expect(() => checkRoom(folder, 1e9)).toThrow(
    /^Only \d+ MB are free on the disk of \S+: make it at least 1000000000 MB and start again\.$/,
  );
  expect(() => checkRoom(path.join(folder, "not", "there", "yet"), 1)).not.toThrow();
});

test.runIf(IS_ROOT && canMount())("a small disk is found by itself", () => {
  execFileSync("mount", ["-t", "tmpfs", "-o", "size=100m", "tmpfs", folder]);
  try {
    expect(() => checkRoom(folder)).toThrow(/^Only 10\d MB are free/);
  } finally {
    execFileSync("umount", [folder]);
  }
});

test("an ordinary user's data lies in the clone", () => {
  expect(chooseDataFolder(folder, null, null)).toBe(path.join(folder, ".data"));
  expect(chooseDataFolder(folder, "elsewhere", null)).toBe(path.join(folder, "elsewhere"));
});

test.runIf(IS_ROOT)("as root, a clone the database's user may not enter has its data in /var/lib", () => {
  const account = postgresAccount();
  expect(chooseDataFolder(folder, null, account)).toBe(path.join(folder, ".data"));
  const closed = path.join(folder, "closed");
  mkdirSync(closed, { mode: 0o700 });
  expect(chooseDataFolder(closed, null, account)).toMatch(/^\/var\/lib\/ehlowatch-[0-9a-f]{8}$/);
});

function canMount(): boolean {
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", "/mnt"], { stdio: "ignore" });
    execFileSync("umount", ["/mnt"]);
    return true;
  } catch {
    return false; // a container without the right to
  }
}
