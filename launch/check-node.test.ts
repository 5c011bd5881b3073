import { expect, test } from "vitest";
import { checkNode } from "./check-node.mjs";

test.each(["18.20.8", "20.18.3", "8.0.0"])("Node %s is too old, and the sentence says which to install", (version) => {
  expect(() => checkNode(version)).toThrow(
    `Ehlowatch needs Node 20.19 or newer and this is ${version}: install Node 24 from https://nodejs.org and start again.`,
  );
});

test.each(["20.19.0", "20.20.2", "22.0.0", "24.11.1"])("Node %s will do", (version) => {
  expect(() => checkNode(version)).not.toThrow();
});
