import { describe, expect, test } from "vitest";
import { formComplaints } from "#testing/provider/form-complaints.ts";
import {
  CHANGED,
  DEGRADED,
  DOWN,
  FLAPPING,
  HOSTILE_TEXTS,
  TEST,
  UP_AGAIN,
  changed,
  hostileMessage,
} from "#testing/provider/messages.ts";
import { WEBHOOK_URL, playTeams, teamsError, type CardPart } from "#testing/provider/teams.ts";
import { teamsPayload } from "./payload.ts";
import { send } from "./send.ts";
import { teamsSettings } from "./settings.ts";

const SETTINGS = { webhookUrl: WEBHOOK_URL };

test("a message is a card in the style of its tone, with the failing step, the server's words and buttons", async () => {
  const teams = await playTeams();
  expect(await send(SETTINGS, DOWN, teams.context())).toEqual({ sent: true, receipt: "HTTP 202, taken by the workflow" });
  const [card] = teams.cards;
  expect(card!.body[0]).toMatchObject({ type: "Container", style: "attention" });
  expect(card!.body.map(textOf)).toEqual([
    "Down: Mail in — rcpt 452",
    DOWN.diagnosis.plain,
    "Server: mx1.example.com:25",
    "Failing step: rcpt",
    "Since: 23 Nov 2026, 18:42:07 UTC",
    "452 4.3.1 Insufficient system storage",
  ]);
  expect(card!.actions).toEqual([
    { type: "Action.OpenUrl", title: "Acknowledge", url: DOWN.acknowledgeUrl },
    { type: "Action.OpenUrl", title: "Open the incident", url: DOWN.url },
  ]);
});

test("a recovery stands for itself", async () => {
  const teams = await playTeams();
  expect(await send(SETTINGS, UP_AGAIN, teams.context({ reference: null }))).toMatchObject({ sent: true });
  expect(teams.cards[0]!.body[0]).toMatchObject({ style: "good" });
});

test.each([
  [
    "a workflow that was removed",
    teamsError(404, "WorkflowNotFound", "The workflow could not be found."),
    "give-up",
    "HTTP 404: WorkflowNotFound: The workflow could not be found.",
  ],
  [
    "a workflow that is switched off",
    teamsError(
      400,
      "WorkflowTriggerIsNotEnabled",
      "Could not execute workflow 'x' with URL https://prod-12.example/?sig=abc as it is disabled.",
    ),
    "give-up",
    "HTTP 400: WorkflowTriggerIsNotEnabled: Could not execute workflow 'x' with URL … as it is disabled.",
  ],
  [
    "trouble inside Azure",
    teamsError(500, "InternalServerError", "Try later."),
    "retry",
    "HTTP 500: InternalServerError: Try later.",
  ],
  [
    "a gateway that waits in vain",
    { status: 502, body: { error: { code: "NoResponse", message: "No answer." } } },
    "retry",
    "HTTP 502: NoResponse: No answer.",
  ],
  ["no answer", "hang", "retry", "the server did not answer in time"],
] as const)("%s", async (_, answer, next, reason) => {
  const teams = await playTeams(() => answer);
  expect(await send(SETTINGS, DOWN, teams.context({ deadlineMs: 400 }))).toEqual({ sent: false, next, reason });
});

test("too many messages are tried again after what Azure asks for", async () => {
  const body = { error: { code: "WorkflowRunInProgress", message: "Rate limit is exceeded." } };
  const teams = await playTeams(() => ({ status: 429, headers: { "Retry-After": "20" }, body }));
  expect(await send(SETTINGS, DOWN, teams.context())).toMatchObject({ sent: false, next: "retry", retryAfterMs: 20_000 });
});

test("a wrong signature is refused as Azure refuses it, and is not said", async () => {
  const teams = await playTeams();
  const outcome = await send({ webhookUrl: WEBHOOK_URL.slice(0, -3) }, DOWN, teams.context());
  expect(outcome).toEqual({
    sent: false,
    next: "give-up",
    reason: "HTTP 401: AuthorizationFailed: The authentication credentials are not valid.",
  });
});

test.each([DEGRADED, FLAPPING, UP_AGAIN, CHANGED, TEST])("Teams takes every message ($kind)", async (message) => {
  const teams = await playTeams();
  expect(await send(SETTINGS, message, teams.context())).toMatchObject({ sent: true });
});

describe("what others wrote is text:", () => {
  test.each(Object.entries(HOSTILE_TEXTS))("%s", async (_, text) => {
    const teams = await playTeams();
    for (const message of [hostileMessage(text), changed(text), { ...TEST, channelName: text }]) {
      const card = teamsPayload(message).attachments[0].content;
      // Markdown is read in the `text` of a TextBlock and in a FactSet, mentions in the `entities` of a card
      expect(JSON.stringify(card)).not.toMatch(/"(?:TextBlock|FactSet|entities)"/);
      expect(await send(SETTINGS, message, teams.context())).toMatchObject({ sent: true });
    }
  });
});

test("what is typed wrongly is said at its field", () => {
  expect(complaint(WEBHOOK_URL)).toEqual([]);
  const newer =
    "https://default0f4bd36a.12.environment.api.powerplatform.com:443/powerautomate/automations/direct/workflows/0f4b/triggers/manual/paths/invoke?api-version=1&sig=abc";
  expect(complaint(newer)).toEqual([]);
  expect(complaint("https://acme.webhook.office.com/webhookb2/1/IncomingWebhook/2/3")).toEqual([
    "webhookUrl: This is a webhook of the old connectors, which Microsoft has retired. Make a workflow instead.",
  ]);
  expect(complaint(WEBHOOK_URL.slice(0, WEBHOOK_URL.indexOf("&sig")))).toEqual([
    "webhookUrl: The end of the URL is missing: it has a part that begins with sig=.",
  ]);
  const elsewhere = [
    "",
    "hello",
    WEBHOOK_URL.replace("azure.com", "azure.com.evil.example"),
    WEBHOOK_URL.replace(":443", ":8443"),
    WEBHOOK_URL.replace("https://", "https://a:b@"),
  ];
  for (const url of elsewhere) {
    expect(complaint(url)).toEqual([
      "webhookUrl: The URL of a workflow begins with https:// and leads to logic.azure.com or powerplatform.com.",
    ]);
  }
});

function complaint(webhookUrl: string): string[] {
  return formComplaints(teamsSettings, { webhookUrl });
}

function textOf({ text = "", items = [], inlines = [] }: CardPart): string {
  return `${text}${[...items, ...inlines].map(textOf).join("")}`;
}
