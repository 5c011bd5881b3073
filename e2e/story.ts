import { test as base } from "@playwright/test";
import { newPerson, signUpAndConfirm, type Person } from "./person.ts";
import { isWell } from "./stack.ts";

export { expect } from "@playwright/test";

type Parts = {
  /** Somebody who has just signed up and confirmed, and looks at the empty dashboard on `page`. */
  person: Person;
};

/** A story against the product that e2e/global-setup.ts started. */
export const test = base.extend<Parts>({
  baseURL: process.env.STORY_URL,
  person: async ({ page }, provide) => {
    const person = newPerson();
    await signUpAndConfirm(page, person);
    await provide(person);
  },
});

test.beforeEach("the product is well", async ({ baseURL }) => {
  if (!baseURL || !(await isWell(baseURL))) throw new Error("The product is not well: see test-results/product");
});
