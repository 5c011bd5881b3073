import { expect, test } from "vitest";
import { encodingOf, segmentsOf } from "./segments.ts";

test.each([
  ["no text", "", "gsm", 0],
  ["one character", "a", "gsm", 1],
  ["160 of GSM 7 bit", "a".repeat(160), "gsm", 1],
  ["one more", "a".repeat(161), "gsm", 2],
  ["two full segments", "a".repeat(306), "gsm", 2],
  ["one more than two", "a".repeat(307), "gsm", 3],
  ["80 of its extension", "€".repeat(80), "gsm", 1],
  ["81 of them", "€".repeat(81), "gsm", 2],
  ["153 of them: a segment holds 76 and never a half", "€".repeat(153), "gsm", 3],
  ["152 of them", "€".repeat(152), "gsm", 2],
  ["letters that GSM 7 bit has", "Käse für Ägypten, ça va ñ", "ucs2", 1],
  ["the same without the small ç, which it has not", "Käse für Ägypten, Ça va ñ", "gsm", 1],
  ["70 of UCS-2", "ж".repeat(70), "ucs2", 1],
  ["71 of them", "ж".repeat(71), "ucs2", 2],
  ["134 of them", "ж".repeat(134), "ucs2", 2],
  ["135 of them", "ж".repeat(135), "ucs2", 3],
  ["35 of two units each", "😀".repeat(35), "ucs2", 1],
  ["67 of two units each: a segment holds 33 and never a half", "😀".repeat(67), "ucs2", 3],
  ["66 of them", "😀".repeat(66), "ucs2", 2],
  ["one character that is not of GSM 7 bit among 70", `${"a".repeat(70)}…`, "ucs2", 2],
] as const)("%s", (_, text, encoding, segments) => {
  expect([encodingOf(text), segmentsOf(text)]).toEqual([encoding, segments]);
});
