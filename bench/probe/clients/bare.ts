import { bareDialogue } from "../../bare-dialogue.ts";
import { readTarget, serveBatches } from "../serve-batches.ts";

const { host, port } = readTarget();
serveBatches(() => bareDialogue(host, port));
