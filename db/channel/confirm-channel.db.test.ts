import { expect, test } from "vitest";
import { CODE_TRIES } from "#core/channel/channel-code.ts";
import { makeTeam } from "#testing/makers.ts";
import { addCodeDelivery } from "../delivery/add-code-delivery.ts";
import { listDeliveries } from "../delivery/list-deliveries.ts";
import { pool } from "../pool.ts";
import { addChannel } from "./add-channel.ts";
import { confirmChannel } from "./confirm-channel.ts";
import { editChannel } from "./edit-channel.ts";
import { findChannel } from "./find-channel.ts";
import { putChannelCode } from "./put-channel-code.ts";

const CODE = "042117";
const config = { address: "ops@example.org" };
const DRAFT = { kind: "email", name: "Ops", config, secrets: {}, leadsTo: "ops@example.org", isVerified: false } as const;

async function addWithCode() {
  const { id: teamId } = await makeTeam();
  const channelId = await addChannel(teamId, DRAFT);
  await putChannelCode(teamId, channelId, config, CODE);
  const isVerified = async () => (await findChannel(teamId, channelId))!.verifiedAt !== null;
  return { teamId, channelId, confirm: (typed: string) => confirmChannel(teamId, channelId, typed), isVerified };
}

test("the code confirms the channel, once", async () => {
  const { confirm, isVerified } = await addWithCode();
  expect(await confirm("042118")).toBe("wrong");
  expect(await isVerified()).toBe(false);
  expect(await confirm(CODE)).toBe("confirmed");
  expect(await isVerified()).toBe(true);
  expect(await confirm(CODE)).toBe("no-code");
});

test(`after ${CODE_TRIES} wrong tries the right code counts no more, however many come at once`, async () => {
  const { confirm, isVerified } = await addWithCode();
  const tries = await Promise.all(Array.from({ length: CODE_TRIES + 3 }, () => confirm("000000")));
  expect(tries.filter((answer) => answer === "wrong")).toHaveLength(CODE_TRIES);
  expect(await confirm(CODE)).toBe("no-code");
  expect(await isVerified()).toBe(false);
});

test("a code that is too old counts no more, and a new one does", async () => {
  const { teamId, channelId, confirm } = await addWithCode();
  await pool.query("update channel_code set expires_at = now() where channel_id = $1", [channelId]);
  expect(await confirm(CODE)).toBe("no-code");
  await putChannelCode(teamId, channelId, config, "777777");
  expect(await confirm(CODE)).toBe("wrong");
  expect(await confirm("777777")).toBe("confirmed");
});

test("what the old address got does not confirm the new one", async () => {
  const { teamId, channelId, confirm, isVerified } = await addWithCode();
  await editChannel(teamId, channelId, () => ({
    ...DRAFT,
    config: { address: "other@example.org" },
    leadsTo: "other@example.org",
  }));
  expect(await confirm(CODE)).toBe("no-code");
  expect(await isVerified()).toBe(false);
});

test("a code is sealed at rest", async () => {
  const { channelId } = await addWithCode();
  const { rows } = await pool.query<{ row: string }>("select c::text as row from channel_code c where channel_id = $1", [
    channelId,
  ]);
  expect(rows[0]!.row).toContain("ops@example.org");
  for (const spelling of [CODE, Buffer.from(CODE).toString("hex")]) expect(rows[0]!.row).not.toContain(spelling);
});

test("one code is on its way at a time, and a confirmed channel needs none", async () => {
  const { teamId, channelId, confirm } = await addWithCode();
  const answers = await Promise.all(Array.from({ length: 4 }, () => addCodeDelivery(teamId, channelId)));
  expect(answers.toSorted()).toEqual(["added", "underway", "underway", "underway"]);
  const [delivery] = await listDeliveries(teamId, channelId, 10);
  expect(delivery).toMatchObject({ kind: "code", status: "pending" });
  await confirm(CODE);
  expect(await addCodeDelivery(teamId, channelId)).toBe("not-found");
});
