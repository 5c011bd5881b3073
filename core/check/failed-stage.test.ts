import { expect, test } from "vitest";
import { failedStage } from "./failed-stage.ts";

test("a reason names the stage that failed, and shows the reply code where a reply was the failure", () => {
  expect(failedStage("greeting.reply", 554)).toEqual({ stage: "greeting", replyCode: 554 });
  expect(failedStage("ehlo-tls.timeout", 220)).toEqual({ stage: "ehlo-tls", replyCode: null });
  expect(failedStage("tls.expired", null)).toEqual({ stage: "tls", replyCode: null });
});

test("trouble of our own has no stage, nor has a check that went well", () => {
  expect(failedStage("check.missed", null)).toBeNull();
  expect(failedStage(null, 220)).toBeNull();
});
