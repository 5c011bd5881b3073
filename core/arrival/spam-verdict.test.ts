import { expect, test } from "vitest";
import { readSpamVerdict } from "./spam-verdict.ts";

test.each([
  [
    "X-Spam-Status",
    "Yes, score=6.4 required=5.0 tests=BAYES_99,URIBL_BLOCKED autolearn=no",
    { isSpam: true, score: 6.4, limit: 5 },
  ],
  ["X-Spam-Status", "No, hits=-1.9 required=6.31 tests=[ALL_TRUSTED=-1]", { isSpam: false, score: -1.9, limit: 6.31 }],
  ["X-Spamd-Result", "default: False [3.10 / 15.00]; R_SPF_ALLOW(-0.20)[+ip4:192.0.2.1]", { isSpam: false, score: 3.1, limit: 15 }],
  ["X-Forefront-Antispam-Report", "CIP:192.0.2.1;CTRY:DE;LANG:en;SCL:5;SRV:;", { isSpam: true, score: 5, limit: 5 }],
  ["X-MS-Exchange-Organization-SCL", "-1", { isSpam: false, score: -1, limit: 5 }],
  ["X-Spam-Flag", "YES", { isSpam: true, score: null, limit: null }],
  ["X-Spam-Score", "2.7 (++)", { isSpam: null, score: 2.7, limit: null }],
])("%s is read", (name, value, verdict) => {
  expect(readSpamVerdict([{ name: name.toLowerCase(), value }])).toEqual({ by: name, ...verdict });
});

test("the field that says most counts, and what makes no sense does not", () => {
  const fields = [
    { name: "X-Spam-Flag", value: "YES" },
    { name: "X-Spam-Status", value: "perhaps" },
    { name: "X-Spam-Status", value: "No, score=1.0 required=5.0" },
  ];
  expect(readSpamVerdict(fields)).toMatchObject({ by: "X-Spam-Status", isSpam: false });
  expect(readSpamVerdict([{ name: "X-Spam-Score", value: "low" }])).toBeNull();
  expect(readSpamVerdict([])).toBeNull();
});
