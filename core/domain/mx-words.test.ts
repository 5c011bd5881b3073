import { expect, test } from "vitest";
import type { MailHost, MxSet } from "./mx-set.ts";
import { hostProblemWords, mxSentence } from "./mx-words.ts";

const host: MailHost = { name: "mx.example.com", preference: 10, addresses: [], problem: null, detail: null, isSecure: false };

test.each<[MxSet, RegExp]>([
  [{ kind: "named", records: 1, hosts: [host], isSecure: true }, /^One mail server is named\./],
  [{ kind: "named", records: 2, hosts: [host, host], isSecure: true }, /^2 mail servers are named\. Senders/],
  [{ kind: "named", records: 12, hosts: [host], isSecure: true }, /^12 mail servers are named\. The 1 that senders prefer/],
  [{ kind: "implicit", records: 0, hosts: [host], isSecure: false }, /^There is no MX record/],
  [{ kind: "null", isSecure: false }, /accepts no mail, on purpose/],
  [{ kind: "none", outcome: "nxdomain", isSecure: false }, /^There is no such domain\.$/],
  [{ kind: "none", outcome: "nodata", isSecure: false }, /nowhere to go/],
  [{ kind: "unanswered", failure: { outcome: "timeout", detail: null } }, /looked up: no answer in time\.$/],
])("%j", (mx, said) => {
  expect(mxSentence(mx)).toMatch(said);
});

test("what is wrong with a server is said with what shows it", () => {
  expect(hostProblemWords(host)).toBeNull();
  expect(hostProblemWords({ problem: "alias", detail: "a$&b.example" })).toMatch(/^an alias of a\$&b\.example:/);
});
