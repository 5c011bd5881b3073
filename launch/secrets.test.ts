import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepSecrets } from "./secrets.mjs";

let folder: string;
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "ehlowatch-secrets-"))));
afterEach(() => rmSync(folder, { recursive: true }));

test("each secret is made once", () => {
  const made = keepSecrets(folder);
  expect(Buffer.from(made.secretsKey, "base64")).toHaveLength(32);
  expect(keepSecrets(folder)).toEqual(made);
});

test("an installation that is older than a secret keeps those it has and gets the new one", () => {
  const file = path.join(folder, "secrets.json");
  const kept = { databasePassword: "abc", nextauthSecret: "def" };
  writeFileSync(file, JSON.stringify(kept));
  const secrets = keepSecrets(folder);
  expect(secrets).toMatchObject(kept);
  expect(JSON.parse(readFileSync(file, "utf8"))).toEqual(secrets);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
