import { expect, test } from "vitest";
import type { ChannelBefore, ChannelDraft } from "#core/channel/channel-draft.ts";
import { prisma } from "#db/client.ts";
import { makeTeam, makeUser } from "#testing/makers.ts";
import { addCodeDelivery } from "../delivery/add-code-delivery.ts";
import { addTestDelivery } from "../delivery/add-test-delivery.ts";
import { listDeliveries } from "../delivery/list-deliveries.ts";
import { pool } from "../pool.ts";
import { addChannel } from "./add-channel.ts";
import { confirmChannel } from "./confirm-channel.ts";
import { deleteChannel } from "./delete-channel.ts";
import { editChannel } from "./edit-channel.ts";
import { findChannel } from "./find-channel.ts";
import { listNamingPolicies } from "./list-naming-policies.ts";

const CANARY = "canary-3f9a-never-to-be-seen";

function draft(more: Partial<ChannelDraft> = {}): ChannelDraft {
  const secrets = { botToken: CANARY };
  return {
    kind: "telegram",
    name: "On call",
    config: { chatId: "-100" },
    secrets,
    leadsTo: "chat -100",
    isVerified: true,
    ...more,
  };
}

async function addNew(more: Partial<ChannelDraft> = {}) {
  const { id: teamId } = await makeTeam();
  return { teamId, channelId: await addChannel(teamId, draft(more)) };
}

/** What a channel is before somebody edits it, its secrets opened. */
async function opened(teamId: number, channelId: number): Promise<ChannelBefore | null> {
  let before: ChannelBefore | null = null;
  await editChannel(teamId, channelId, (found) => {
    before = found;
    return null;
  });
  return before;
}

test("secret settings are sealed: nothing in the database holds one, in any spelling", async () => {
  const { teamId, channelId } = await addNew();
  const { id: userId } = await makeUser({ team: await prisma.team.findUniqueOrThrow({ where: { id: teamId } }) });
  await addTestDelivery(teamId, channelId, userId);
  await editChannel(teamId, channelId, (before) => ({ ...draft(), ...before, name: "Night shift" }));

  const { rows } = await pool.query<{ dump: string }>("select database_to_xml(true, false, '')::text as dump");
  const dump = rows[0]!.dump;
  expect(dump).toContain("Night shift");
  for (const spelling of [CANARY, btoa(CANARY), Buffer.from(CANARY).toString("hex")]) expect(dump).not.toContain(spelling);

  expect(await opened(teamId, channelId)).toMatchObject({ name: "Night shift", secrets: { botToken: CANARY } });
});

test("what is shown of a channel has the names of its secrets and nothing of them", async () => {
  const { teamId, channelId } = await addNew();
  const found = await findChannel(teamId, channelId);
  expect(found).toMatchObject({ kind: "telegram", config: { chatId: "-100" }, storedSecrets: ["botToken"] });
  expect(JSON.stringify(found)).not.toContain(CANARY);
  const open = await addNew({ secrets: {} });
  expect(await findChannel(open.teamId, open.channelId)).toMatchObject({ storedSecrets: [] });
});

test("a secret that is copied to another channel does not open there", async () => {
  const mine = await addNew();
  const theirs = await addNew({ secrets: {} });
  await pool.query("update channel set secret = (select secret from channel where id = $1) where id = $2", [
    mine.channelId,
    theirs.channelId,
  ]);
  expect(await opened(theirs.teamId, theirs.channelId)).toMatchObject({ secrets: {} });
  expect(await findChannel(theirs.teamId, theirs.channelId)).toMatchObject({ storedSecrets: [] });
});

test("the channel of another team answers like one that is missing", async () => {
  const { teamId, channelId } = await addNew({ isVerified: false });
  const stranger = await makeUser();
  const { teamId: other } = await prisma.membership.findFirstOrThrow({ where: { userId: stranger.id } });
  const missing = channelId + 1_000_000;
  const answersFor = async (id: number) => ({
    found: await findChannel(other, id),
    edited: await editChannel(other, id, () => draft()),
    test: await addTestDelivery(other, id, stranger.id),
    code: await addCodeDelivery(other, id),
    confirmed: await confirmChannel(other, id, "123456"),
    deliveries: await listDeliveries(other, id, 10),
    policies: (await listNamingPolicies(other)).get(id),
    deleted: await deleteChannel(other, id),
  });
  expect(await answersFor(channelId)).toEqual(await answersFor(missing));
  expect(await answersFor(missing)).toEqual({
    found: null,
    edited: false,
    test: "not-found",
    code: "not-found",
    confirmed: "no-code",
    deliveries: [],
    policies: undefined,
    deleted: false,
  });
  expect(await findChannel(teamId, channelId)).not.toBeNull();
});

test("a channel keeps its kind, and is confirmed no longer where it leads elsewhere", async () => {
  const { teamId, channelId } = await addNew();
  expect(await editChannel(teamId, channelId, () => draft({ kind: "slack" }))).toBe(false);
  expect(await editChannel(teamId, channelId, () => draft({ name: "Renamed" }))).toBe(true);
  const confirmedAt = (await findChannel(teamId, channelId))!.verifiedAt;
  expect(confirmedAt).not.toBeNull();
  expect(await editChannel(teamId, channelId, () => draft({ isVerified: false }))).toBe(true);
  expect((await findChannel(teamId, channelId))!.verifiedAt).toBeNull();
});

function telling(...ids: number[]) {
  const step = { afterS: 0, tell: ids.map((id) => ({ channelId: id })) };
  return { down: { steps: [step, step] }, change: [{ channelsOf: "monitor" }] };
}

test("the policies that name a channel are listed, each once", async () => {
  const { teamId, channelId } = await addNew();
  const other = channelId + 1_000_000;
  await prisma.escalationPolicy.createMany({
    data: [
      { teamId, name: "Nights", policy: telling(channelId, other) },
      { teamId, name: "Days", policy: telling(channelId) },
      { teamId, name: "Nobody's", policy: telling() },
      { teamId: (await makeTeam()).id, name: "Theirs", policy: telling(channelId) },
    ],
  });
  expect(await listNamingPolicies(teamId)).toEqual(
    new Map([
      [channelId, ["Days", "Nights"]],
      [other, ["Nights"]],
    ]),
  );
});
