import { shortened } from "../text/shortened.ts";
import { visibleText } from "../text/visible-text.ts";
import { FINDINGS, type Aspect, type FindingCode } from "./findings.ts";
import type { Words } from "./words/words.ts";

/** How much of what strangers publish is kept: some lines of it, and as much of each as a page can show. */
const MAX_FOUND = 12;
const MAX_LINE = 600;
const MAX_DETAIL = 300;
const MAX_NAME = 255;
/** A record that is cut mends nothing, so a longer one is not shown at all. */
const MAX_RECORD = 4096;

/** A record as it would mend what was found. */
export type Publish = { name: string; type: "TXT" | "MX" | "PTR" | "TLSA" | "CAA"; value: string };

/**
 * One thing that was found: what it is about (the name of a record, a host, an address), what was seen there, and where there is one the record that
 * mends it. Its texts are short and hold no control character, whatever was published.
 */
export type Finding = {
  aspect: Aspect;
  code: FindingCode;
  subject: string;
  found: string[];
  detail: string | null;
  publish?: Publish;
};

type Seen = { found?: readonly string[]; detail?: string | null; publish?: Publish | undefined };

/** A finding whose texts are fit to be shown. */
export function finding(code: FindingCode, subject: string, { found = [], detail = null, publish }: Seen = {}): Finding {
  return {
    aspect: code.slice(0, code.indexOf(".")) as Aspect,
    code,
    subject: shown(subject, MAX_NAME),
    found: [...found.slice(0, MAX_FOUND).map((line) => shown(line, MAX_LINE)), ...moreThan(found.length)],
    detail: detail === null ? null : shown(detail, MAX_DETAIL),
    ...(publish === undefined || publish.value.length > MAX_RECORD
      ? {}
      : { publish: { ...publish, value: visibleText(publish.value) } }),
  };
}

/** The findings of an aspect, before them that it is in order where nothing among them is worse than worth knowing. */
export function orGood(good: Finding, findings: readonly Finding[]): Finding[] {
  const isGood = findings.every(({ code }) => ["good", "note"].includes(FINDINGS[code].verdict));
  return isGood ? [good, ...findings] : [...findings];
}

/** What is known of a finding, with what it is about filled in. */
export function wordsOf({ code, subject, detail }: Pick<Finding, "code" | "subject" | "detail">): Words {
  const { verdict, source, ...sentences } = FINDINGS[code];
  const fill = (text: string) =>
    text.replace(/\{(subject|detail)\}/g, (_, what) => (what === "subject" ? subject : (detail ?? "")));
  return {
    verdict,
    source,
    says: fill(sentences.says),
    wanted: fill(sentences.wanted),
    why: fill(sentences.why),
    mend: fill(sentences.mend),
  };
}

/** Cut before it is made visible too: nobody works through 64 KiB of escapes to show a line of them. */
function shown(text: string, max: number): string {
  return shortened(visibleText(shortened(text, max)), max);
}

function moreThan(length: number): string[] {
  return length > MAX_FOUND ? [`and ${length - MAX_FOUND} more`] : [];
}
