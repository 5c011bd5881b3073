import { mkdir, rm } from "node:fs/promises";
import path from "node:path";
import { makeAuthority, makeCertificate } from "../certificates.ts";
import { makeFolder, type Running } from "./contained.ts";
import { portsOf, SERVER_NAME } from "./door.ts";
import { CHAIN_DOORS, USUAL_FULLNESS, usersOf, type ChainWish } from "./mail-chain.ts";
import { ownAddress } from "./own-address.ts";

/** What a chain begins with, whatever it is made of: `folders` has one for each of its two parts. `facts` is what is known of it from outside. */
export async function layOutChain<Part extends string>(wish: ChainWish, parts: readonly [Part, Part]) {
  const { issuer = makeAuthority(), address = ownAddress(), routes = {}, fullness = USUAL_FULLNESS } = wish;
  const folder = await makeFolder("chain");
  const folders = Object.fromEntries(parts.map((part) => [part, path.join(folder, part)])) as Record<Part, string>;
  for (const part of parts) await mkdir(folders[part]);
  const [ports, users] = [portsOf(CHAIN_DOORS), usersOf(wish)];
  return {
    folder,
    folders,
    certificate: makeCertificate({ names: [SERVER_NAME, address], issuer }),
    routes,
    fullness,
    facts: { address, ports, host: SERVER_NAME, root: issuer.cert, users },
  };
}

/** What the parts of a chain said, and its end. */
export function togetherIn(folder: string, parts: readonly Running[]) {
  return {
    log: async () => (await Promise.all(parts.map((part) => part.log()))).join(""),
    remove: async () => {
      await Promise.all(parts.map((part) => part.end()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
