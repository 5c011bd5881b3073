import { folderSchema } from "#core/monitor/monitor.ts";
import type { Reason } from "#core/reason/reason.ts";
import type { ImapStep } from "#core/script/mailbox-steps.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { capability } from "#protocols/imap/capability.ts";
import type { ImapDialogue } from "#protocols/imap/dialogue.ts";
import { expunge } from "#protocols/imap/expunge.ts";
import { fetchMessage, type Fetched } from "#protocols/imap/fetch-message.ts";
import { login } from "#protocols/imap/login.ts";
import { logout } from "#protocols/imap/logout.ts";
import { markDeleted } from "#protocols/imap/mark-deleted.ts";
import { search } from "#protocols/imap/search.ts";
import { starttls } from "#protocols/imap/starttls.ts";
import { tls } from "#protocols/tls.ts";
import { connectServer, takeLeave, within } from "./connect-server.ts";
import { earlierTokens, findMessage, type Earlier, type Look } from "./find-message.ts";
import { logInStep } from "./log-in-step.ts";
import { noteFetched } from "./note-fetched.ts";
import type { Running } from "./running.ts";
import { valueOf } from "./values.ts";

/** Takes a step by IMAP. */
export async function imapStep(running: Running, step: ImapStep): Promise<Reason | null> {
  if (step.imap === "connect") return connectServer(running, running.script.servers[step.server]!);
  const dialogue = running.open.imap!;
  switch (step.imap) {
    case "starttls":
      return encrypt(running, dialogue);
    case "login":
      return logInStep(running, dialogue, step, "login", () => login(dialogue));
    case "search":
      return lookFor(running, dialogue, step);
    case "fetch":
      return fetchIt(running, dialogue);
    case "delete":
      return deleteAll(running, dialogue);
    case "expunge":
      return takeOut(running, dialogue);
    case "logout":
      return takeLeave(running, "imap", "logout", () => logout(dialogue));
  }
}

async function encrypt(running: Running, dialogue: ImapDialogue): Promise<Reason | null> {
  if (!wantsTls(dialogue, "STARTTLS")) {
    dialogue.session.note("STARTTLS is not offered.");
    return null;
  }
  const reason = await within(running, dialogue, "starttls", () => starttls(dialogue));
  if (reason !== null || !dialogue.isReadyForTls) return reason;
  return (
    (await within(running, dialogue, "tls", () => tls(dialogue))) ??
    within(running, dialogue, "capability-tls", () => capability(dialogue, "capability-tls"))
  );
}

/** Messages of earlier runs are looked for once: with the first look, so that what is late does not wait for what is lost. */
async function lookFor(running: Running, dialogue: ImapDialogue, step: ImapStep & { imap: "search" }): Promise<Reason | null> {
  const folders: string[] = [];
  for (const text of step.folders) {
    const { value, reason } = valueOf(running, "The folder", text, folderSchema);
    if (reason !== null) return reason;
    folders.push(value);
  }
  let toFind = earlierTokens(running);
  const { every } = step;
  return findMessage(running, every === undefined ? undefined : () => every, async () => {
    const look: Look = { folder: null, earlier: [], reason: null };
    look.reason = await within(running, dialogue, "search", async () => {
      const { places, reason } = await search(dialogue, folders, running.run.token);
      running.places.imap.push(...places);
      look.folder = places[0]?.folder ?? null;
      if (reason !== null) return reason;
      const earlier = await lookForEarlier(running, dialogue, folders, toFind);
      toFind = [];
      look.earlier = earlier.found;
      return earlier.reason;
    });
    return look;
  });
}

async function lookForEarlier(
  running: Running,
  dialogue: ImapDialogue,
  folders: readonly string[],
  tokens: readonly string[],
): Promise<{ found: Earlier[]; reason: Reason | null }> {
  const found: Earlier[] = [];
  for (const token of tokens) {
    const { places, reason } = await search(dialogue, folders, token);
    if (reason !== null) return { found, reason };
    const [place] = places;
    if (place === undefined) continue;
    running.places.imap.push(...places);
    const { message } = await fetchMessage(dialogue, place);
    found.push({ token, folder: place.folder, arrivedAt: message?.arrivedAt ?? null });
  }
  return { found, reason: null };
}

async function fetchIt(running: Running, dialogue: ImapDialogue): Promise<Reason | null> {
  let fetched = null as Fetched | null;
  const reason = await within(running, dialogue, "fetch", async () => {
    const [place] = running.places.imap;
    if (place === undefined || running.found === null) return null;
    const { message, reason } = await fetchMessage(dialogue, place);
    if (message === null) return reason;
    fetched = message;
    return null;
  });
  if (fetched !== null) await noteFetched(running, fetched.text, fetched.sizeBytes);
  return reason;
}

function deleteAll(running: Running, dialogue: ImapDialogue): Promise<Reason | null> {
  return within(running, dialogue, "delete", async () => {
    for (const place of running.places.imap) {
      const reason = await markDeleted(dialogue, place);
      if (reason !== null) return reason;
    }
    return null;
  });
}

/** Folder by folder: a command is about the one that is open. */
function takeOut(running: Running, dialogue: ImapDialogue): Promise<Reason | null> {
  return within(running, dialogue, "expunge", async () => {
    const folders = new Set(running.places.imap.map(({ folder }) => folder));
    for (const folder of folders) {
      const uids = running.places.imap.filter((place) => place.folder === folder).map(({ uid }) => uid);
      const reason = await expunge(dialogue, folder, uids);
      if (reason !== null) return reason;
    }
    running.places.imap = [];
    return null;
  });
}
