import { expect, test } from "vitest";
import { bytesText } from "./bytes-text.ts";

test.each([
  [0, "0 bytes"],
  [1_023, "1023 bytes"],
  [8_192, "8.0 KiB"],
  [190_000_000, "181 MiB"],
  [4.5e9, "4.2 GiB"],
  [2 ** 62, "4194304 TiB"],
])("%d is %s", (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
