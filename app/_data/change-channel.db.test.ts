import { expect, test } from "vitest";
import type { Viewer } from "#core/account/viewer.ts";
import { editChannel } from "#db/channel/edit-channel.ts";
import { findChannel } from "#db/channel/find-channel.ts";
import { prisma } from "#db/client.ts";
import { listDeliveries } from "#db/delivery/list-deliveries.ts";
import { makeTeam, makeUser } from "#testing/makers.ts";
import { changeChannel, makeChannel, renewSecrets } from "./change-channel.ts";
import { sendCode } from "./confirm-channel.ts";

const NTFY = {
  name: "Phones",
  serverUrl: "https://ntfy.example.org",
  topic: "mail-x7Kq2",
  token: "tk_AgQdq7mVBoFD37zQVN29RhuMzNIz2",
};

async function makeEditor(): Promise<Viewer> {
  const team = await makeTeam();
  const { id: userId, email } = await makeUser({ team });
  return { userId, email, teamId: team.id, teamName: team.name, timeZone: "UTC", role: "owner", isFrozen: false };
}

async function make(editor: Viewer, kind: string, values: Record<string, string>) {
  const made = await makeChannel(editor, kind, values);
  if ("errors" in made) throw new Error(JSON.stringify(made.errors));
  return made;
}

async function settingsOf(editor: Viewer, channelId: number): Promise<Record<string, unknown>> {
  let settings = {};
  await editChannel(editor.teamId, channelId, ({ config, secrets }) => {
    settings = { ...config, ...secrets };
    return null;
  });
  return settings;
}

test("a secret that is left empty stays, what is typed replaces it, and an optional one can be forgotten", async () => {
  const editor = await makeEditor();
  const { channelId } = await make(editor, "ntfy", NTFY);
  expect(await changeChannel(editor, channelId, { ...NTFY, name: "Telephones", topic: "", token: "" })).toBe("edited");
  expect(await settingsOf(editor, channelId)).toMatchObject({ topic: NTFY.topic, token: NTFY.token });
  expect(await changeChannel(editor, channelId, { ...NTFY, topic: "other", token: "" })).toBe("edited");
  expect(await settingsOf(editor, channelId)).toMatchObject({ topic: "other", token: NTFY.token });
  expect(await changeChannel(editor, channelId, { ...NTFY, topic: "", token: "", "token.forget": "on" })).toBe("edited");
  expect(await settingsOf(editor, channelId)).toEqual({ serverUrl: NTFY.serverUrl, topic: "other" });
});

test("nobody learns a stored secret by leading the channel to a server of their own", async () => {
  const editor = await makeEditor();
  const { channelId } = await make(editor, "ntfy", NTFY);
  const elsewhere = { ...NTFY, serverUrl: "https://evil.example", topic: "", token: "" };
  expect(await changeChannel(editor, channelId, elsewhere)).toEqual({
    errors: {
      topic: "Enter it again: topic is only sent to where it was entered for.",
      token: "Enter it again: access token is only sent to where it was entered for.",
    },
  });
  expect(await settingsOf(editor, channelId)).toMatchObject({ serverUrl: NTFY.serverUrl });
});

test("what means nothing by what is chosen is not stored", async () => {
  const editor = await makeEditor();
  const webhookUrl = "https://hooks.slack.com/services/T000/B000/abc";
  const bot = { botToken: "xoxb-1234567890", channelId: "C012AB3CD" };
  const { channelId } = await make(editor, "slack", { name: "Mail", way: "webhook", webhookUrl, ...bot });
  expect(await settingsOf(editor, channelId)).toEqual({ way: "webhook", webhookUrl });
  await changeChannel(editor, channelId, { name: "Mail", way: "bot", webhookUrl: "", ...bot });
  expect(await settingsOf(editor, channelId)).toEqual({ way: "bot", ...bot });
});

test("one's own address needs no code, another one gets it before anything else, and so does one it is changed to", async () => {
  const editor = await makeEditor();
  const own = await make(editor, "email", { name: "Me", address: editor.email });
  expect((await findChannel(editor.teamId, own.channelId))!.verifiedAt).not.toBeNull();
  expect(await listDeliveries(editor.teamId, own.channelId, 5)).toEqual([]);

  const other = await make(editor, "email", { name: "Ops", address: "ops@example.org" });
  expect((await findChannel(editor.teamId, other.channelId))!.verifiedAt).toBeNull();
  expect(await listDeliveries(editor.teamId, other.channelId, 5)).toMatchObject([{ kind: "code" }]);

  await prisma.channel.update({ where: { id: other.channelId }, data: { verifiedAt: new Date() } });
  await prisma.delivery.deleteMany({ where: { channelId: other.channelId } });
  await changeChannel(editor, other.channelId, { name: "Operations", address: "OPS@example.org" });
  expect((await findChannel(editor.teamId, other.channelId))!.verifiedAt).not.toBeNull();
  await changeChannel(editor, other.channelId, { name: "Operations", address: "night@example.org" });
  expect((await findChannel(editor.teamId, other.channelId))!.verifiedAt).toBeNull();
  expect(await listDeliveries(editor.teamId, other.channelId, 5)).toMatchObject([{ kind: "code" }]);
});

test("an address gets five codes an hour, whoever asks", async () => {
  const address = "somebody-else@example.org";
  const answers: (string | null)[] = [];
  for (let team = 0; team < 2; team++) {
    const editor = await makeEditor();
    const { channelId } = await make(editor, "email", { name: "Them", address });
    for (let round = 0; round < 3; round++) {
      await prisma.delivery.deleteMany({ where: { channelId } });
      answers.push(await sendCode(editor, channelId));
    }
  }
  // Two were sent as the channels were made, so three more are.
  expect(answers.filter((answer) => answer === null)).toHaveLength(3);
  expect(answers.at(-1)).toMatch(/^Enough codes were sent for now\. The next can be in 59 min|in 1 h/);
});

test("a signing secret is told when it is made and when it is renewed, and stays through a change", async () => {
  const editor = await makeEditor();
  const made = await make(editor, "webhook", { name: "Ours", url: "https://hooks.example/a?key=1" });
  expect(made.secrets).toMatchObject([{ label: "Signing secret", value: expect.stringMatching(/^whsec_/) as string }]);
  const { channelId } = made;
  expect(await changeChannel(editor, channelId, { name: "Ours", url: "https://hooks.example/b" })).toBe("edited");
  const first = made.secrets[0]!.value;
  expect(await settingsOf(editor, channelId)).toEqual({ url: "https://hooks.example/b", signingSecret: first });

  const [renewed] = await renewSecrets(editor, channelId);
  expect(renewed!.value).not.toBe(first);
  await changeChannel(editor, channelId, { name: "Ours, renewed", url: "" });
  expect(await settingsOf(editor, channelId)).toMatchObject({
    url: "https://hooks.example/b",
    signingSecret: renewed!.value,
    formerSecret: { secret: first },
  });
  expect(await renewSecrets({ ...editor, teamId: (await makeTeam()).id }, channelId)).toEqual([]);
});

test("a channel of another team, and a kind that cannot be made, are none", async () => {
  const editor = await makeEditor();
  const { channelId } = await make(editor, "ntfy", NTFY);
  expect(await changeChannel({ ...editor, teamId: (await makeTeam()).id }, channelId, NTFY)).toBe("not-found");
  expect(await makeChannel(editor, "carrier-pigeon", NTFY)).toEqual({ errors: { kind: "Choose a kind of channel." } });
});
