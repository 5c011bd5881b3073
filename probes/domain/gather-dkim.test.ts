import { expect, test } from "vitest";
import { lookIn, type Zone } from "#testing/posture/zone.ts";
import { gatherDkim } from "./gather-dkim.ts";

const KEY = "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
const ZONE: Zone = {
  "google._domainkey.watched.example TXT": [KEY],
  "s1._domainkey.watched.example TXT": ["v=spf1 -all"],
  "own._domainkey.watched.example TXT": [KEY],
};

async function gathered(selectors: string[]) {
  const asked: string[] = [];
  const seen = await gatherDkim("watched.example", selectors, {
    ask: async (name, type) => {
      asked.push(name.split(".")[0]!);
      return { ...lookIn({ zone: ZONE }, name, type), ms: 0 };
    },
  });
  return { asked, found: seen.keys.map(({ selector, answer }) => `${selector} ${answer.outcome}`) };
}

test("the selectors that are known are looked up, there or not, each once", async () => {
  expect(await gathered(["own", "gone", "own"])).toEqual({ asked: ["own", "gone"], found: ["own found", "gone nxdomain"] });
});

test("where none is known those with usual names are tried, and only keys are told of", async () => {
  const { asked, found } = await gathered([]);
  expect(asked).toContain("selector1");
  expect(found).toEqual(["google found"]);
});
