export const STS_MODES = ["enforce", "testing", "none"] as const;
export type StsMode = (typeof STS_MODES)[number];

/** A policy: how strict it is, the hosts it names, and how long senders keep it, in seconds. */
export type StsPolicy = { mode: StsMode; mx: string[]; maxAgeS: number };

const MAX_AGE_S = 31_557_600;
/** Nobody has so many mail servers by name. */
const MAX_LINES = 1000;
const PATTERN = /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i;
const LINE = /^[ \t]*([a-z0-9][a-z0-9_.-]{0,31})[ \t]*:(.*)$/i;

/** Reads a policy by the letter (RFC 8461 section 3.2); `policy` is null where senders have to refuse it. */
export function readPolicy(body: string): { policy: StsPolicy | null; problems: string[] } {
  const problems: string[] = [];
  const fields = new Map<string, string>();
  const mx: string[] = [];
  const lines = body.split(/\r?\n/, MAX_LINES + 1);
  if (lines.length > MAX_LINES) problems.push(`it has more than ${MAX_LINES} lines`);
  for (const line of lines.slice(0, MAX_LINES)) {
    if (line.trim() === "") continue;
    const [, key, value = ""] = LINE.exec(line) ?? [];
    if (key === undefined) problems.push(`"${line.slice(0, 60)}" is no field`);
    else if (key === "mx") mx.push(value.trim().toLowerCase());
    else if (!fields.has(key)) fields.set(key, value.trim()); // of one that stands twice the first one counts
  }

  if (fields.get("version") !== "STSv1") problems.push("version: STSv1 is missing");
  const mode = STS_MODES.find((each) => each === fields.get("mode"));
  if (mode === undefined) problems.push("mode is not enforce, testing or none");
  const maxAge = fields.get("max_age") ?? "";
  const maxAgeS = /^\d{1,10}$/.test(maxAge) ? Number(maxAge) : null;
  if (maxAgeS === null || maxAgeS > MAX_AGE_S) problems.push(`max_age is not a number of seconds up to ${MAX_AGE_S}`);
  const broken = mx.find((pattern) => !PATTERN.test(pattern));
  if (broken !== undefined) problems.push(`mx: ${broken.slice(0, 60)} is no host`);
  if (mx.length === 0 && mode !== "none") problems.push("there is no mx");

  const isWhole = problems.length === 0 && mode !== undefined && maxAgeS !== null;
  return { policy: isWhole ? { mode, mx: [...new Set(mx)], maxAgeS } : null, problems: problems.slice(0, 5) };
}

/** Whether two policies say the same. */
export function isSamePolicy(one: StsPolicy, other: StsPolicy): boolean {
  const written = ({ mode, mx, maxAgeS }: StsPolicy) => [mode, maxAgeS, ...mx.toSorted()].join(" ");
  return written(one) === written(other);
}
