/** Rows, or parts of them, that are no way for one server to answer one check, and the tests that show them. */
export const ELSEWHERE: readonly { row: string; what: string; file: string }[] = [
  { row: "H09", what: "thirty times, and never a byte early", file: "bench/corpus/measure-east.ts" },
  { row: "H39", what: "session tickets without end", file: "probes/smtp-tls-handshake.test.ts" },
  { row: "H36", what: "a whole chain of 1 MiB", file: "probes/smtp-tls-certificate.test.ts" },
  { row: "H43", what: "its time to try again", file: "protocols/smtp/greylisting.test.ts" },
  { row: "H44", what: "refusals at DATA", file: "protocols/smtp/data.test.ts" },
  { row: "H45", what: "no reply after the dot", file: "protocols/smtp/data.test.ts" },
  { row: "H46", what: "a window of one byte, or none", file: "protocols/smtp/data.test.ts" },
  { row: "H59", what: "two hundred at once", file: "bench/corpus/measure-crowd.ts" },
  { row: "H60", what: "accidents by the hundred thousand", file: "testing/fuzz/fuzz-probe.ts" },
];

/** The rows a check has to hold, of whatever kind. */
export const ROWS: readonly string[] = Array.from({ length: 60 }, (_, at) => `H${String(at + 1).padStart(2, "0")}`);
