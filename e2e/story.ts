import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { newPerson, signUpAndConfirm, type Person } from "./person.ts";
import { isWell } from "./stack.ts";

export { expect };

type Parts = {
  /** Somebody who has just signed up and confirmed, and looks at the empty dashboard on `page`. */
  person: Person;
  /** The page of such a person, where a story does not care who it is. */
  dashboard: Page;
  /** The page of somebody whose team may have monitors of other stories: most need nothing else, and signing up takes its time. */
  watcher: Page;
};

type Shared = { signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> };

/** A story against the product that e2e/global-setup.ts started. */
export const test = base.extend<Parts, Shared>({
  baseURL: process.env.STORY_URL,
  person: async ({ page }, provide) => {
    const person = newPerson();
    await signUpAndConfirm(page, person);
    await provide(person);
  },
  dashboard: async ({ page, person }, provide) => {
    await expect(page.getByRole("button", { name: `Account of ${person.email}` })).toBeVisible();
    await provide(page);
  },
  watcher: async ({ browser, baseURL, signedIn }, provide) => {
    const page = await browser.newPage({ baseURL, storageState: signedIn });
    await provide(page);
    await page.close();
  },
  signedIn: [
    async ({ browser }, provide) => {
      const page = await browser.newPage({ baseURL: process.env.STORY_URL });
      await signUpAndConfirm(page, newPerson());
      await provide(await page.context().storageState());
      await page.close();
    },
    { scope: "worker" },
  ],
});

test.beforeEach("the product is well", async ({ baseURL }) => {
  if (!baseURL || !(await isWell(baseURL))) throw new Error("The product is not well: see test-results/product");
});
