import path from "node:path";
import { pathToFileURL } from "node:url";

// Runs one scene, in the network it was started in, and prints what came of it.
const file = path.join(import.meta.dirname, `${process.argv[2]}.ts`);
const { scene } = (await import(pathToFileURL(file).href)) as { scene: () => Promise<unknown> };
process.stdout.write(JSON.stringify(await scene()));
