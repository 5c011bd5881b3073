import type { MonthlyMessage } from "../message/message.ts";
import { shortened } from "../text/shortened.ts";

const MAX_NAME_CHARS = 60;

/** The month of a domain in one line: "November 2026: example.com, 99.98 % up, 2 wrong, 3 weak, 7 good". */
export function monthlySubject({ month, domain, uptime, posture }: MonthlyMessage): string {
  const told = [
    shortened(domain, MAX_NAME_CHARS),
    ...(uptime === null ? [] : [`${uptime} up`]),
    ...(posture === null ? [] : [posture]),
  ];
  return `${month}: ${told.join(", ")}`;
}
