import type { Reason } from "#core/reason/reason.ts";
import type { Pop3Step } from "#core/script/mailbox-steps.ts";
import type { Server } from "#core/script/server.ts";
import { wantsTls } from "#protocols/begin-tls.ts";
import { capa } from "#protocols/pop3/capa.ts";
import type { Pop3Dialogue } from "#protocols/pop3/dialogue.ts";
import { fetchMessage } from "#protocols/pop3/fetch-message.ts";
import { login } from "#protocols/pop3/login.ts";
import { markDeleted } from "#protocols/pop3/mark-deleted.ts";
import { quit } from "#protocols/pop3/quit.ts";
import { search } from "#protocols/pop3/search.ts";
import { stls } from "#protocols/pop3/stls.ts";
import { tls } from "#protocols/tls.ts";
import { connectServer, takeLeave, within } from "./connect-server.ts";
import { earlierTokens, findMessage, type Look } from "./find-message.ts";
import { logInAs, userName } from "./log-in-step.ts";
import { noteFetched } from "./note-fetched.ts";
import type { LoginStep, Running } from "./running.ts";

/** What people call the one folder there is. */
const MAILBOX = "INBOX";

/** A new look is a new session, with a login: servers do not like those too often, in ms. */
const AGAIN_MS = 5_000;

/** Takes a step by POP3. */
export async function pop3Step(running: Running, step: Pop3Step): Promise<Reason | null> {
  if (step.pop3 === "connect") return enter(running, running.script.servers[step.server]!);
  const dialogue = running.open.pop3!;
  switch (step.pop3) {
    case "stls":
      return encrypt(running, dialogue);
    case "login": {
      const { value: username, reason } = userName(running, step);
      return reason !== null ? reason : logIn(running, dialogue, { ...step, username });
    }
    case "search":
      return lookFor(running, step.every ?? AGAIN_MS);
    case "fetch":
      return fetchIt(running, dialogue);
    case "delete":
      return deleteAll(running, dialogue);
    case "quit":
      return leave(running, dialogue);
  }
}

function enter(running: Running, server: Server): Promise<Reason | null> {
  running.pop3Way = { server, isEncrypted: false, login: null };
  return connectServer(running, server);
}

async function encrypt(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  running.pop3Way!.isEncrypted = true;
  if (!wantsTls(dialogue, "STLS")) {
    dialogue.session.note("STLS is not offered.");
    return null;
  }
  const reason = await within(running, dialogue, "stls", () => stls(dialogue));
  if (reason !== null || !dialogue.isReadyForTls) return reason;
  return (
    (await within(running, dialogue, "tls", () => tls(dialogue))) ??
    within(running, dialogue, "capability-tls", () => capa(dialogue, "capability-tls"))
  );
}

function logIn(running: Running, dialogue: Pop3Dialogue, step: LoginStep): Promise<Reason | null> {
  running.pop3Way!.login = step;
  return logInAs(running, dialogue, step, "login", () => login(dialogue));
}

function leave(running: Running, dialogue: Pop3Dialogue): Promise<null> {
  return takeLeave(running, "pop3", "quit", () => quit(dialogue));
}

/** A mailbox holds still for whoever is in it (RFC 1939 section 4): what comes later shows to whoever comes in anew. */
async function lookFor(running: Running, everyMs: number): Promise<Reason | null> {
  const words = [running.run.token, ...earlierTokens(running)];
  let isFirst = true;
  return findMessage(running, everyMs, async () => {
    const look: Look = { folder: null, earlier: [], reason: isFirst ? null : await comeInAnew(running) };
    isFirst = false;
    if (look.reason !== null) return look;
    const dialogue = running.open.pop3!;
    look.reason = await within(running, dialogue, "search", async () => {
      const { found, reason } = await search(dialogue, words);
      running.places.pop3 = found.toSorted((one) => (one.word === running.run.token ? -1 : 1)).map(({ number }) => number);
      if (found.some(({ word }) => word === running.run.token)) look.folder = MAILBOX;
      look.earlier = found
        .filter(({ word }) => word !== running.run.token)
        .map(({ word }) => ({ token: word, folder: MAILBOX, arrivedAt: null }));
      return reason;
    });
    return look;
  });
}

async function comeInAnew(running: Running): Promise<Reason | null> {
  const { server, isEncrypted, login: step } = running.pop3Way!;
  if (running.open.pop3) await leave(running, running.open.pop3);
  return (
    (await connectServer(running, server)) ??
    (isEncrypted ? await encrypt(running, running.open.pop3!) : null) ??
    (step === null ? null : await logIn(running, running.open.pop3!, step))
  );
}

async function fetchIt(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  let fetched = null as string | null;
  const reason = await within(running, dialogue, "fetch", async () => {
    const [number] = running.places.pop3;
    if (number === undefined || running.found === null) return null;
    const { text, reason } = await fetchMessage(dialogue, number);
    if (text === null) return reason;
    fetched = text;
    return null;
  });
  if (fetched !== null) await noteFetched(running, fetched, null);
  return reason;
}

function deleteAll(running: Running, dialogue: Pop3Dialogue): Promise<Reason | null> {
  return within(running, dialogue, "delete", async () => {
    for (const number of running.places.pop3) {
      const reason = await markDeleted(dialogue, number);
      if (reason !== null) return reason;
    }
    running.places.pop3 = [];
    return null;
  });
}
