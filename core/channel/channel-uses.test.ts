import { expect, test } from "vitest";
import { whatEndsWith } from "./channel-uses.ts";

const NOTHING = { monitors: [], contacts: [], policies: [] };

test.each([
  [NOTHING, "Nothing tells it."],
  [{ ...NOTHING, monitors: [1] }, "The monitor that tells it will tell one channel less."],
  [
    { ...NOTHING, monitors: [1, 2], contacts: ["Ann"] },
    "The 2 monitors that tell it will tell one channel less. Ann will be reached on one channel less.",
  ],
  [{ ...NOTHING, policies: ["Nights", "Days"] }, "What Nights and Days would tell it goes to the next step at once."],
  [{ ...NOTHING, contacts: ["A", "B", "C", "D", "E"] }, "A, B, C and 2 more will be reached on one channel less."],
])("what is deleted with a channel is said", (uses, sentence) => {
  expect(whatEndsWith(uses)).toBe(sentence);
});
