import { expect, test } from "vitest";
import type { MonthlyMessage } from "#core/message/message.ts";
import { composeMonthlyMail } from "./compose-monthly-mail.tsx";

const MONTH: MonthlyMessage = {
  kind: "monthly",
  domain: "example.com",
  monitorName: "Ours",
  month: "October 2026",
  uptime: "99.80 %",
  uptimeDetails: ["100 % watched", "down 1 h 30 min"],
  incidents: [{ when: "25 Oct 2026, 02:30:00 CEST", what: "No mail server can be found, for 1 h 30 min" }],
  incidentCount: 12,
  changes: [],
  changeCount: 0,
  posture: "1 wrong, 2 weak, 7 good",
  worst: [
    {
      verdict: "wrong",
      says: "Everybody may send <b>mail</b>.",
      subject: "example.com",
      mend: "End it with -all.",
      url: "https://watch.example.com/docs/posture#spf.pass-all",
    },
  ],
  url: "https://watch.example.com/monitors/3/report",
  stopUrl: "https://watch.example.com/stop?link=3.4.AAAAAAAAAAAAAAAAAAAAAA",
};

test("the mail of a month has all of it in its text and in its HTML, and a link to stop it alone", async () => {
  const { subject, text, html } = await composeMonthlyMail(MONTH, "https://watch.example.com/revoke?link=1.B");
  expect(subject).toBe("October 2026: example.com, 99.80 % up, 1 wrong, 2 weak, 7 good");
  for (const part of [
    "example.com in October 2026",
    "example.com took mail 99.80 % of the time.",
    "100 % watched, down 1 h 30 min",
    "Incidents: 12",
    "25 Oct 2026, 02:30:00 CEST: No mail server can be found, for 1 h 30 min",
    "And 11 earlier.",
    "Nothing that we look at.",
    "1 wrong, 2 weak, 7 good.",
    "What to mend first",
    "Wrong: Everybody may send <b>mail</b>.",
    "End it with -all.",
    MONTH.url,
    MONTH.stopUrl,
    "https://watch.example.com/revoke?link=1.B",
  ]) {
    expect(text).toContain(part);
  }
  expect(html).toContain("Everybody may send &lt;b&gt;mail&lt;/b&gt;.");
});

test("a month that was not watched, and a domain of which no check is kept, say so", async () => {
  const unknown = { ...MONTH, uptime: null, posture: null, worst: [], incidents: [], incidentCount: 0 };
  const { subject, text } = await composeMonthlyMail(unknown);
  expect(subject).toBe("October 2026: example.com");
  expect(text).toContain("Too little of October 2026 was watched for a number.");
  expect(text).toContain("There was none.");
  expect(text).toContain("No check of it is kept.");
  expect(text).not.toContain("revoke");
});
