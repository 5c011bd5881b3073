import { spawnSync } from "node:child_process";
import net from "node:net";
import { METADATA, PRIVATE, PUBLIC, UNUSABLE } from "#testing/address-corpus.ts";

const OUR_DATABASE = "10.0.0.5";
const OUR_DATABASE_V6 = "fd00::5";
/** Public, one of each family. */
const FAR = ["8.8.8.8", "2a00:1450::1"];
const SOMEBODY_ELSE = 65_534;

/** What became of connecting to addresses, with nothing of ours in between: how many were tried, and for how many a SYN left. */
export type Tried = { tried: number; left: number };

/** Counts every SYN that got past the rules. */
const COUNTER = `
table inet seen {
  chain output {
    type filter hook output priority 100; policy accept;
    tcp flags & (syn | ack) == syn counter
  }
}
`;

const nft = (args: readonly string[], input?: string) => {
  const { status, stdout, stderr } = spawnSync("nft", args, { input, encoding: "utf8" });
  if (status !== 0) throw new Error(`nft: ${stderr}`);
  return stdout;
};

const synsSeen = () => Number(/packets (\d+)/.exec(nft(["list", "table", "inet", "seen"]))![1]);

const literals = (addresses: readonly string[]) => addresses.filter((address) => !address.includes("%"));
const CLOSED = literals([...PRIVATE, ...METADATA, ...UNUSABLE]);

/** Plain sockets: neither the form nor the address guard stands before the rules. */
export async function scene() {
  nft(["-f", "-"], COUNTER);
  const withoutRules = await tryAll(CLOSED, 25);
  const load = (user: number) =>
    nft([
      "-D",
      `user=${user}`,
      "-D",
      `servers={ ${OUR_DATABASE} }`,
      "-D",
      `servers6={ ${OUR_DATABASE_V6} }`,
      "-f",
      "deploy/egress.nft",
    ]);
  load(SOMEBODY_ELSE);
  const ofSomebodyElse = await tryAll(CLOSED, 25);
  load(process.getuid!()); // again: that replaces it
  const outcome = {
    withoutRules,
    ofSomebodyElse,
    closed: await tryAll(CLOSED, 25),
    open: await tryAll(literals(PUBLIC), 25),
    otherPorts: [await tryAll(FAR, 22), await tryAll(FAR, 5432), await tryAll(FAR, 6379)],
    webPort: await tryAll(FAR, 443),
    ours: await tryAll([OUR_DATABASE, OUR_DATABASE_V6], 5432),
  };
  nft(["delete", "table", "inet", "ehlowatch_egress"]);
  return { ...outcome, takenAway: await tryAll(CLOSED, 25) };
}

async function tryAll(addresses: readonly string[], port: number): Promise<Tried> {
  const before = synsSeen();
  await Promise.all(addresses.map((address) => connect(address, port)));
  return { tried: addresses.length, left: synsSeen() - before };
}

/** Tries for a moment, less than until a SYN is sent again: whoever is there is far away. */
function connect(host: string, port: number): Promise<void> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port });
    const end = () => {
      clearTimeout(limit);
      socket.destroy();
      resolve();
    };
    const limit = setTimeout(end, 300);
    socket.once("connect", end);
    socket.once("error", end);
  });
}
