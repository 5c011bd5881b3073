import { good } from "#testing/server/dialogues/good.ts";
import { play } from "#testing/server/play.ts";
import { look } from "./look.ts";
import { addMonitor, statusOf } from "./monitor.ts";
import { newPerson, signUpAndConfirm } from "./person.ts";
import { expect, test } from "./story.ts";

test("by the palette one goes to a monitor and pauses it, and ? shows the keys", async ({ page }) => {
  await signUpAndConfirm(page, newPerson());
  const server = await play(good);
  const monitorPath = await addMonitor(page, { host: "127.0.0.1", port: server.port, name: "Mail in", interval: "every hour" });
  await expect(statusOf(page)).toHaveText("Up", { timeout: 15_000 });
  await server.close();

  await page.goto("/channels");
  const palette = page.getByRole("dialog", { name: "Go to or do" });
  await page.getByRole("button", { name: "Go to or do" }).click();
  await expect(palette.getByRole("combobox")).toBeFocused();
  await expect(palette.getByRole("option", { name: "Mail in" })).toHaveAttribute("aria-selected", "true");
  await look(page, "the palette");
  await page.keyboard.type("nothing of this name");
  await expect(palette.getByText("Nothing fits.")).toBeVisible();
  await palette.getByRole("combobox").fill("mail");
  await expect(palette.getByRole("option", { name: /^Up Mail in/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await page.waitForURL(monitorPath);

  await page.keyboard.press("Control+k");
  await page.keyboard.type("pau");
  await expect(palette.getByRole("option")).toHaveText(["Pause"]);
  await page.keyboard.press("Enter");
  await expect(statusOf(page)).toHaveText("Paused");
  await expect(palette).toBeHidden();

  await page.keyboard.press("Control+k");
  await page.keyboard.type("on c");
  await expect(palette.getByRole("option")).toHaveText(["On call"]);
  await page.keyboard.press("ArrowUp"); // past the first one comes the last
  await page.keyboard.press("Enter");
  await page.waitForURL("/on-call");

  const keys = page.getByRole("dialog", { name: "Keyboard shortcuts" });
  await page.keyboard.press("?");
  await expect(keys.getByText("Ctrl K")).toBeVisible();
  await look(page, "the keys");
  await page.keyboard.press("Escape");
  await expect(keys).toBeHidden();
  await page.goto("/monitors");
  await page.getByRole("searchbox").pressSequentially("?");
  await expect(page.getByRole("searchbox")).toHaveValue("?");
  await expect(keys).toBeHidden();
});
