import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

/** How many look, at what, for how long, and how many pages a second each of them opens at most; null is the next as soon as one is there. */
export type Visit = { url: string; session: string; paths: string[]; users: number; seconds: number; pace: number | null };

/** What they met: the ms of each page from its request to its last byte, in order, and how many did not come as they should. */
export type Visited = { times: number[]; bytes: number; failed: number };

/** Lets so many users open pages side by side, each with a connection of their own. */
export async function visit({ users, ...how }: Visit): Promise<Visited> {
  const each = await Promise.all(Array.from({ length: users }, (_, user) => look(how, user, user / users)));
  return {
    times: each.flatMap(({ times }) => times).toSorted((a, b) => a - b),
    bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: each.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** One user, who begins some part of a second later than the first: a pace is kept by the second, and people do not click as one. */
async function look({ url, session, paths, seconds, pace }: Omit<Visit, "users">, user: number, laterS: number): Promise<Visited> {
  await sleep(laterS * 1000);
  const first = user % paths.length;
  const seen: Visited = { times: [], bytes: 0, failed: 0 };
  const options = {
    url,
    connections: 1,
    duration: seconds,
    ...(pace !== null && { connectionRate: pace }),
    headers: { cookie: `next-auth.session-token=${session}`, "accept-encoding": "gzip, deflate, br" },
    requests: [...paths.slice(first), ...paths.slice(0, first)].map((path) => ({ path })),
  };
  const { errors } = await new Promise<autocannon.Result>((resolve, reject) => {
    const cannon = autocannon(options, (error: Error | null, result) => (error ? reject(error) : resolve(result)));
    cannon.on("response", (_client, status, bytes, ms) => {
      seen.times.push(ms);
      seen.bytes += bytes;
      if (status !== 200) seen.failed++;
    });
  });
  return { ...seen, failed: seen.failed + errors }; // errors never came
}
