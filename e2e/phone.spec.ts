import { randomInt } from "node:crypto";
import type { Page } from "@playwright/test";
import { freePort } from "#launch/free-port.mjs";
import { addMonitor } from "./monitor.ts";
import { onThePhone, PhoneCompany } from "./phone-company.ts";
import { expect, test } from "./story.ts";

/** Confirmed four times within half a minute, and then told. */
const TOLD_WITHIN_MS = 60_000;

const company = new PhoneCompany();
test.beforeAll(() => company.listen());
test.afterAll(() => company.close());

test("a phone is confirmed by a call and one by a text; both are told, and pressing 1 acknowledges", async ({
  dashboard: page,
}) => {
  test.setTimeout(180_000);
  const [caller, texter] = [mobileNumber(), mobileNumber()];

  await test.step("a number that is none, that somebody earns by or that may not be is refused where it is typed", async () => {
    await page.goto("/channels/new");
    await page.getByRole("link", { name: "Phone call" }).click();
    const number = page.getByLabel("Phone number");
    for (const [typed, complaint] of [
      ["0151 23456789", /Begin with \+ and the country's code/],
      ["+49 900 1234567", /Only ordinary numbers can be used/],
      ["+1 876 555 1234", /From here nothing goes to numbers in Jamaica\./],
    ] as const) {
      await page.getByLabel("Name", { exact: true }).fill("Night call");
      await number.fill(typed);
      await page.getByRole("button", { name: "Add channel" }).click();
      await expect(number).toHaveAccessibleDescription(complaint);
      await expect(number).toHaveValue(typed);
    }
  });

  await test.step("the phone rings and says a code, digit by digit", async () => {
    await page.getByLabel("Phone number").fill(caller);
    await page.getByRole("button", { name: "Add channel" }).click();
    await expect(page.getByRole("heading", { name: "Confirm this address" })).toBeVisible();
    await expect.poll(() => company.calls(caller)).toHaveLength(1);
    const { script } = await onThePhone(company.calls(caller)[0]!);
    const digits = [...script.matchAll(/>(\d)</g)].map(([, digit]) => digit).join("");
    expect(digits).toMatch(/^(\d{6})\1$/); // twice
    await enterCode(page, digits.slice(0, 6));
    await expect(page.getByText(/Your team has had 1 of 50 calls today \(UTC\): about 0\.15 EUR\./)).toBeVisible();
  });

  await test.step("another gets its code by SMS", async () => {
    await page.goto("/channels/new/sms");
    await page.getByLabel("Name", { exact: true }).fill("Night text");
    await page.getByLabel("Mobile number").fill(texter);
    await page.getByRole("button", { name: "Add channel" }).click();
    await expect.poll(() => company.texts(texter)).toHaveLength(1);
    await enterCode(page, company.texts(texter)[0]!.slice(0, 6));
    await expect(page.getByText(/1 of 100 SMS today \(UTC\), in 1 segment: about 0\.08 EUR\./)).toBeVisible();
  });

  await test.step("a server that is down is told to both, and the call is answered", async () => {
    const monitorUrl = await addMonitor(page, { host: "127.0.0.1", port: await freePort(), name: "mx1" }, async () => {
      await page.getByLabel("Night call").check();
      await page.getByLabel("Night text").check();
    });
    await expect.poll(() => company.calls(caller).length, { timeout: TOLD_WITHIN_MS }).toBe(2);
    await expect.poll(() => company.texts(texter).length).toBe(2);
    expect(company.texts(texter)[1]).toMatch(
      /^Down, connect refused: mx1, .+ I have it: http:\/\/localhost:\d+\/acknowledge\?link=/,
    );

    const url = company.calls(caller)[1]!;
    expect(await onThePhone(url, "1", "a token that is not ours")).toMatchObject({ status: 403 });
    const { script } = await onThePhone(url);
    expect(script).toContain("Down: mx1 could not be reached: Connection refused");
    expect(script).toContain("Press 1 to acknowledge.");
    expect((await onThePhone(url, "1")).script).toContain("Thank you. You have acknowledged it.");
    expect((await onThePhone(url, "1")).script).toContain("You have it already."); // a second time it changes nothing

    expect(await company.reportText(texter, { MessageStatus: "undelivered", ErrorCode: "30003" })).toBe(204);
    await page.goto(monitorUrl);
    await page.getByRole("main").getByRole("link", { name: "Incident", exact: true }).click();
    await expect(page.getByText(/Acknowledged.* Night call/i).first()).toBeVisible();
    await expect(page.getByText("Night call: answered")).toBeVisible();
    await expect(page.getByText("Night text: undelivered: Twilio: Unreachable destination handset (30003)")).toBeVisible();
    await expect(page.getByRole("list", { name: "Messages" }).getByText("Answered", { exact: true })).toBeVisible();
  });
});

async function enterCode(page: Page, code: string): Promise<void> {
  await page.getByLabel("Code", { exact: true }).fill(code);
  await page.getByRole("button", { name: "Confirm the address" }).click();
  await expect(page.getByRole("heading", { name: "Confirm this address" })).toHaveCount(0);
}

/** A German mobile number of somebody else each time: a number gets few codes an hour. */
function mobileNumber(): string {
  return `+491512${randomInt(1_000_000, 9_999_999)}`;
}
