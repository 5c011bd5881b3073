import { expect, test } from "vitest";
import { BoundedCache } from "./bounded-cache.ts";

test("what was unused for longest goes first, until the rest is within the budget", () => {
  const cache = new BoundedCache<string>(100);
  for (const key of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]) cache.set(key, key, 10);
  expect(cache.get("a")).toBe("a");
  cache.set("k", "k", 12);
  expect(["a", "b", "c", "d", "k"].map((key) => cache.get(key))).toEqual(["a", undefined, undefined, "d", "k"]);
});

test("what is kept anew takes the place of what was there, and its weight", () => {
  const cache = new BoundedCache<number>(100);
  for (let round = 0; round < 50; round += 1) cache.set("same", round, 12);
  cache.set("other", 0, 12);
  expect([cache.get("same"), cache.get("other")]).toEqual([49, 0]);
});

test("a giant is not kept, and pushes nothing out", () => {
  const cache = new BoundedCache<string>(100);
  cache.set("small", "small", 10);
  cache.set("giant", "giant", 13);
  expect([cache.get("small"), cache.get("giant")]).toEqual(["small", undefined]);
});
