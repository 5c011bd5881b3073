import { NO_TALLY, type Tally } from "#core/judging/tally.ts";
import { varintReader, writeVarint } from "../result/varint.ts";
import type { Tallies } from "./tallies.ts";

/**
 * Tallies as a rollup holds them, in varints: for the whole and then for each position how many checks, and where there were any the sum of
 * their milliseconds, the number of buckets, and each bucket as its distance from the one before and its count.
 */
export function packTallies({ whole, stages }: Tallies): Buffer {
  const bytes: number[] = [];
  for (const tally of [whole, ...stages]) packTally(bytes, tally);
  return Buffer.from(bytes);
}

/** What `packTallies` packed. */
export function unpackTallies(packed: Uint8Array): Tallies {
  const varints = varintReader(packed);
  const whole = unpackTally(varints);
  const stages: Tally[] = [];
  while (!varints.isAtEnd()) stages.push(unpackTally(varints));
  return { whole, stages };
}

function packTally(bytes: number[], { checks, sumMs, histogram }: Tally): void {
  writeVarint(bytes, checks);
  if (checks === 0) return;
  writeVarint(bytes, sumMs);
  writeVarint(bytes, histogram.length / 2);
  let last = 0;
  for (let at = 0; at < histogram.length; at += 2) {
    writeVarint(bytes, histogram[at]! - last);
    writeVarint(bytes, histogram[at + 1]!);
    last = histogram[at]!;
  }
}

function unpackTally(varints: ReturnType<typeof varintReader>): Tally {
  const checks = varints.next();
  if (checks === 0) return NO_TALLY;
  const sumMs = varints.next();
  const histogram: number[] = [];
  let bucket = 0;
  for (let buckets = varints.next(); buckets > 0; buckets--) {
    bucket += varints.next();
    histogram.push(bucket, varints.next());
  }
  return { checks, sumMs, histogram };
}
