import { expect, test } from "vitest";
import { fitsTyped } from "./fits-typed.ts";

test.each(["", " ", "new", "MON", "mon new", "new monitor"])("%j is what somebody types who wants a new monitor", (typed) => {
  expect(fitsTyped("New monitor", typed)).toBe(true);
});

test.each(["ew", "new x", "newmonitor", "monitors"])("%j is not", (typed) => {
  expect(fitsTyped("New monitor", typed)).toBe(false);
});
