import { expect, test } from "vitest";
import { incidentSentence } from "./incident-sentence.ts";

test("an incident says who, what stopped and why", () => {
  expect(incidentSentence("Mail in", "connect.refused", "Connection refused")).toBe(
    "Mail in could not be reached: Connection refused",
  );
  expect(incidentSentence("mx1", "ehlo-tls.timeout", "No answer")).toBe("mx1 did not answer EHLO after TLS: No answer");
});

test("without a stage the reason stands alone", () => {
  expect(incidentSentence("mx1", "check.failed", "The check broke")).toBe("mx1: The check broke");
});
