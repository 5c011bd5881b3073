import { expect, test } from "vitest";
import {
  folderOpened,
  IMAP_OFFERED,
  imapOffering,
  imapsOffering,
  imapStarttlsGood,
  loginTaken,
} from "#testing/server/dialogues/imap.ts";
import { logInImap } from "#testing/server/log-in-imap.ts";
import { probePlayed } from "#testing/server/probe-played.ts";
import { expect as hear, send, sendInPieces } from "#testing/server/steps.ts";
import { certificate, TRUSTED } from "#testing/server/trusted.ts";

test("a good server is up, with its banner, its capabilities, and a time and an answer for each stage", async () => {
  const result = await probePlayed(imapOffering(IMAP_OFFERED), { kind: "imap" });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.facts).toMatchObject({ banner: "mx.example IMAP ready", capabilities: IMAP_OFFERED, tls: null });
  expect(result.stages.map(({ stage, reply }) => [stage, reply])).toEqual([
    ["dns", null],
    ["connect", null],
    ["greeting", { code: "OK", enhanced: null, text: "mx.example IMAP ready" }],
    ["capability", { code: "OK", enhanced: null, text: "done" }],
    ["logout", { code: "OK", enhanced: null, text: "done" }],
  ]);
  expect(result.transcript.slice(1).map(({ stage, direction, text }) => `${stage} ${direction} ${text}`)).toEqual([
    "greeting received * OK mx.example IMAP ready",
    "capability sent a1 CAPABILITY",
    "capability received * CAPABILITY IMAP4rev1 SASL-IR IDLE",
    "capability received a1 OK done",
    "logout sent a6 LOGOUT",
    "logout received * BYE see you",
    "logout received a6 OK done",
  ]);
});

test("the banner is the text of the greeting, without what the server can do", async () => {
  const dialogue = [send("* OK [CAPABILITY IMAP4rev1 AUTH=PLAIN] Dovecot ready.\r\n"), ...imapOffering(IMAP_OFFERED).slice(1)];
  expect((await probePlayed(dialogue, { kind: "imap" })).facts.banner).toBe("Dovecot ready.");
});

test("with STARTTLS the capabilities are asked for again, and only those count", async () => {
  const result = await probePlayed(
    imapStarttlsGood(certificate),
    { kind: "imap", tls: "starttls-required", expect: { offers: ["AFTER", "STARTTLS"], offersNot: ["BEFORE"] } },
    TRUSTED,
  );
  expect(result).toMatchObject({ status: "up", facts: { capabilities: ["IMAP4rev1", "AFTER"], tls: { protocol: "TLSv1.3" } } });
  expect(result.stages.map(({ stage }) => stage).slice(2)).toEqual([
    "greeting",
    "capability",
    "starttls",
    "tls",
    "capability-tls",
    "logout",
  ]);
});

test("a folder is opened by EXAMINE, under the name it has on the wire", async () => {
  const name = 'Entwürfe "R&D"';
  const examine = hear(/^a5 EXAMINE "Entw&APw-rfe \\"R&-D\\""$/);
  const dialogue = imapsOffering(
    certificate,
    ["IMAP4rev1"],
    ...loginTaken,
    examine,
    send("* 0 EXISTS\r\na5 OK [READ-ONLY] ok\r\n"),
  );
  const target = { kind: "imap", tls: "implicit", until: "select", folder: name } as const;
  const login = { mechanism: "best", username: "joe" } as const;
  const result = await probePlayed(dialogue, { ...target, login }, TRUSTED);
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
  expect(result.stages.find(({ stage }) => stage === "select")?.reply).toEqual({
    code: "OK",
    enhanced: "READ-ONLY",
    text: "[READ-ONLY] ok",
  });
});

test("what comes before it is asked for is kept for the next answer, however it was cut", async () => {
  const early = "* OK still here\r\n* LIST () NIL {3}\r\n";
  const steps = [hear(/^a4 LOGIN/), send(`a4 OK in\r\n${early}`), hear(/^a5 EXAMINE/), sendInPieces("a5 \r\na5 OK done\r\n", 4, 1)];
  const result = await logInImap([], steps, "best", { until: "select" });
  expect(result).toMatchObject({ status: "up", reason: null, warnings: [] });
});

test("the keywords of a mailbox may take more than two thousand bytes of a line", async () => {
  const keywords = Array.from({ length: 400 }, (_, at) => `keyword${at}`).join(" ");
  const steps = [...loginTaken, hear(/^a5/), send(`* FLAGS (${keywords})\r\na5 OK done\r\n`)];
  expect(await logInImap([], steps, "best", { until: "select" })).toMatchObject({ status: "up" });
});

test("a capability that must be offered is missed, and one that must not be in the clear is seen there", async () => {
  const missing = await probePlayed(imapOffering(IMAP_OFFERED), { kind: "imap", expect: { offers: ["MOVE"] } });
  expect(missing).toMatchObject({ status: "down", reason: { code: "capability.missing", detail: "MOVE is not offered." } });
  const forbidden = await probePlayed(imapOffering(["IMAP4rev1", "AUTH=PLAIN"]), {
    kind: "imap",
    expect: { offersNotInClear: ["AUTH=PLAIN"] },
  });
  expect(forbidden.reason).toMatchObject({ code: "capability.forbidden", detail: "AUTH=PLAIN is offered in the clear." });
});

test("a slow stage degrades", async () => {
  const dialogue = imapsOffering(
    certificate,
    ["IMAP4rev1"],
    ...loginTaken,
    hear(/^a5/),
    (player) => player.wait(30),
    ...folderOpened.slice(1),
  );
  const login = { mechanism: "best", username: "joe" } as const;
  const target = { kind: "imap", tls: "implicit", until: "select", login, slowMs: { select: 20 } } as const;
  expect(await probePlayed(dialogue, target, TRUSTED)).toMatchObject({ status: "degraded", reason: { code: "select.slow" } });
});
