import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import autocannon from "autocannon";

/** How many look, at what, for how long, and how many seconds after a page each of them opens the next; null is as soon as one is there. */
export type Visit = { url: string; session: string; paths: string[]; users: number; seconds: number; everyS: number | null };

/** What they met: the ms of each page from its request to its last byte, in order, and how many did not come as they should. */
export type Visited = { times: number[]; bytes: number; failed: number };

/** Lets so many users open pages side by side, each with a connection of their own. */
export async function visit({ users, everyS, ...how }: Visit): Promise<Visited> {
  const each = await Promise.all(
    Array.from({ length: users }, async (_, user) => {
      await sleep(((everyS ?? 1) * 1000 * user) / users); // people do not click as one
      const first = user % how.paths.length;
      const look = { ...how, paths: [...how.paths.slice(first), ...how.paths.slice(0, first)] };
      return everyS === null ? lookWithoutPause(look) : lookAtPace(look, everyS);
    }),
  );
  return {
    times: each.flatMap(({ times }) => times).toSorted((a, b) => a - b),
    bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
    failed: each.reduce((sum, { failed }) => sum + failed, 0),
  };
}

type Look = Omit<Visit, "users" | "everyS">;

async function lookWithoutPause({ url, session, paths, seconds }: Look): Promise<Visited> {
  const seen: Visited = { times: [], bytes: 0, failed: 0 };
  const options = {
    url,
    connections: 1,
    duration: seconds,
    headers: headersOf(session),
    requests: paths.map((path) => ({ path })),
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

/** Whoever waits longer for a page than for the next one opens that when the first is there. */
async function lookAtPace({ url, session, paths, seconds }: Look, everyS: number): Promise<Visited> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const seen: Visited = { times: [], bytes: 0, failed: 0 };
  const until = performance.now() + seconds * 1000;
  for (let page = 0; performance.now() < until; page++) {
    const beganMs = performance.now();
    const answer = await open(new URL(paths[page % paths.length]!, url), agent, headersOf(session)).catch(() => null);
    if (answer) {
      seen.times.push(performance.now() - beganMs);
      seen.bytes += answer.bytes;
    }
    if (answer?.status !== 200) seen.failed++;
    await sleep(Math.max(0, beganMs + everyS * 1000 - performance.now()));
  }
  agent.destroy();
  return seen;
}

function open(url: URL, agent: Agent, headers: Record<string, string>): Promise<{ status: number | undefined; bytes: number }> {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers }, (response) => {
      let bytes = 0;
      response.on("data", (chunk: Buffer) => (bytes += chunk.length));
      response.on("end", () => resolve({ status: response.statusCode, bytes }));
      response.on("error", reject);
    });
    request.on("error", reject);
  });
}

function headersOf(session: string) {
  return { cookie: `next-auth.session-token=${session}`, "accept-encoding": "gzip, deflate, br" };
}
