import { expect, test } from "vitest";
import { playProvider } from "./play-provider.ts";
import { sendContext } from "./send-context.ts";

const ORIGIN = "https://api.provider.example";

test("what is asked of a provider is led to the played one, through the real client", async () => {
  const provider = await playProvider(({ path }, count) => ({ status: 200, body: { path, count } }));
  const context = sendContext({ leads: { [ORIGIN]: provider.origin } });
  const headers = { "Content-Type": "application/json" };
  await context.ask({ method: "GET", url: `${ORIGIN}/first` });
  const outcome = await context.ask({ method: "POST", url: `${ORIGIN}/messages?to=a%20b`, headers, body: `{"text":"ä"}` });
  expect(outcome).toMatchObject({ answered: true, status: 200, body: `{"path":"/messages","count":1}` });
  expect(provider.asked.map(({ method, json }) => [method, json])).toEqual([
    ["GET", undefined],
    ["POST", { text: "ä" }],
  ]);
  expect(provider.asked[1]!.query.get("to")).toBe("a b");
});

test("one that hangs ends with the time limit, one that breaks off at once", async () => {
  const hanging = await playProvider(() => "hang");
  const context = sendContext({ deadlineMs: 200 });
  expect(await context.ask({ method: "GET", url: `${hanging.origin}/` })).toMatchObject({ answered: false, failure: "timeout" });
  const broken = await playProvider(() => "break-off");
  expect(await context.ask({ method: "GET", url: `${broken.origin}/` })).toMatchObject({ answered: false, failure: "closed" });
});

test("a provider whose name only begins alike is not led away", async () => {
  const provider = await playProvider(() => ({ status: 204 }));
  const context = sendContext({ leads: { "http://127.0.0.1": provider.origin } });
  const other = await playProvider(() => ({ status: 202 }));
  expect(await context.ask({ method: "GET", url: `${other.origin}/` })).toMatchObject({ status: 202 });
});
