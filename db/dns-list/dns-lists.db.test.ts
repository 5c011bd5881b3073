import { randomBytes } from "node:crypto";
import { beforeEach, expect, test } from "vitest";
import { ownListSchema } from "#core/blocklist/own-list.ts";
import type { Team } from "#prisma/generated/client.ts";
import { makeTeam } from "#testing/makers.ts";
import { prisma } from "../client.ts";
import { openSecret } from "../secret/open-secret.ts";
import { resealSecrets } from "../secret/reseal-secrets.ts";
import { SECRET_KEYS, secretKeys } from "../secret/secret-keys.ts";
import { addOwnList } from "./add-own-list.ts";
import { deleteListKey } from "./delete-list-key.ts";
import { deleteOwnList } from "./delete-own-list.ts";
import { listKeyedLists } from "./list-keyed-lists.ts";
import { listOwnLists } from "./list-own-lists.ts";
import { openListKeys } from "./open-list-keys.ts";
import { putListKey } from "./put-list-key.ts";

let team: Team;
beforeEach(async () => {
  await prisma.dnsListKey.deleteMany();
  team = await makeTeam();
});

const draft = (zone: string) =>
  ownListSchema.parse({ name: "Ours", zone, holds: ["ipv4", "domain"], weight: "light", delistUrl: "" });

test("a team's own list is one of the others, for that team alone", async () => {
  expect(await addOwnList(team.id, draft("BL.Example.org."))).toBe("added");
  expect(await addOwnList(team.id, draft("bl.example.org"))).toBe("known");
  expect(await addOwnList((await makeTeam()).id, draft("bl.example.org"))).toBe("added");
  const [own, ...others] = await listOwnLists(team.id);
  expect(others).toEqual([]);
  expect(own).toMatchObject({
    id: expect.stringMatching(/^own-\d+$/),
    zone: "bl.example.org",
    holds: ["ipv4", "domain"],
    weight: "light",
  });

  const dnsListId = Number(own!.id.slice("own-".length));
  await putListKey(team.id, own!.id, "k3y");
  expect(await deleteOwnList((await makeTeam()).id, dnsListId)).toBe(false);
  expect(await deleteOwnList(team.id, dnsListId)).toBe(true);
  expect(await listOwnLists(team.id)).toEqual([]);
  expect(await listKeyedLists(team.id)).toEqual(new Map());
});

test("a list with a place for a key is asked of nobody without one", async () => {
  await addOwnList(team.id, draft("{key}.bl.example.org"));
  expect(await listOwnLists(team.id)).toMatchObject([{ zone: null, keyed: { zone: "{key}.bl.example.org" } }]);
});

test("a team has at most twenty lists of its own", async () => {
  const added = [];
  for (let at = 0; at < 21; at++) added.push(await addOwnList(team.id, draft(`list${at}.example.org`)));
  expect(added.filter((outcome) => outcome === "added")).toHaveLength(20);
  expect(added.at(-1)).toBe("too-many");
});

test("a key is stored sealed, opens for its team alone, and is replaced and forgotten", async () => {
  await putListKey(team.id, "spamhaus-zen", "first-key-of-all");
  await putListKey(team.id, "spamhaus-zen", "second-key-of-all");
  await putListKey(team.id, "abusix-combined", "another-key");
  expect(await openListKeys(team.id)).toEqual(
    new Map([
      ["spamhaus-zen", "second-key-of-all"],
      ["abusix-combined", "another-key"],
    ]),
  );
  const rows = await prisma.dnsListKey.findMany({ where: { teamId: team.id } });
  expect(rows.map(({ secret }) => Buffer.from(secret!).includes("key"))).toEqual([false, false]);
  expect([...(await listKeyedLists(team.id)).keys()].toSorted()).toEqual(["abusix-combined", "spamhaus-zen"]);

  const other = await makeTeam();
  expect(await openListKeys(other.id)).toEqual(new Map());
  const [row] = rows;
  const owner = { teamId: other.id, keyOfListId: row!.id };
  expect(() => openSecret({ owner, secret: Buffer.from(row!.secret!) })).toThrow("not as it was written");
  expect(await deleteListKey(other.id, "spamhaus-zen")).toBe(false);
  expect(await deleteListKey(team.id, "spamhaus-zen")).toBe(true);
  expect([...(await openListKeys(team.id)).keys()]).toEqual(["abusix-combined"]);
});

test("a key is sealed anew with the others when the key that seals changes", async () => {
  await putListKey(team.id, "spamhaus-zen", "k3y-of-the-list");
  const after = randomBytes(32);
  const [before] = SECRET_KEYS;
  expect(await resealSecrets(secretKeys([after, before!.key]))).toBe(1);
  const { id, secret } = await prisma.dnsListKey.findFirstOrThrow({ where: { teamId: team.id } });
  const owner = { teamId: team.id, keyOfListId: id };
  expect(openSecret({ owner, secret: Buffer.from(secret!) }, secretKeys([after]))).toBe("k3y-of-the-list");
});

test.each(["bl", "bl.example.org/24", "a..example", "-a.example", "{key}key.example.org", `${"a".repeat(64)}.example`])(
  "%s is no zone",
  (zone) => expect(() => draft(zone)).toThrow("Enter a zone such as"),
);
