import type { Profiler } from "node:inspector";

/** What a worker spends its time on. */
export const PARTS = [
  "scheduling",
  "queue",
  "probe",
  "recording",
  "talking to PostgreSQL",
  "rest of ours",
  "collecting garbage",
  "Node itself",
] as const;
export type Part = (typeof PARTS)[number];

/** Where the code of a part is. Core is of whoever calls it. */
const PLACES: readonly (readonly [RegExp, Part])[] = [
  [/\/node_modules\/(bullmq|ioredis)\/|\/worker\/(queues|window-queues|patient-pool)\.ts$/, "queue"],
  [/\/node_modules\/pg(-\w+)?\//, "talking to PostgreSQL"],
  [/\/(probes|network|protocols)\//, "probe"],
  [/\/worker\/recorder\.ts$|\/db\/(result|health|incident|change|delivery|transcript)\//, "recording"],
  [
    /\/worker\/(leader|lead|run-window|run-at-their-slots|run-check|turns|address-\w+|company|changes|fair-shares|until|pause|clock)\.ts$/,
    "scheduling",
  ],
  [/\/db\/(schedule|address-turn|worker)\//, "scheduling"],
  [/\/(worker|db)\//, "rest of ours"],
];

/**
 * The share of a CPU profile's busy time that each part takes, 0 to 1: a sample is of the part whose code is nearest to what ran, so that a
 * query's text is built at the cost of who asks. What is called by nobody of ours is Node's.
 */
export function splitProfile({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Record<Part, number> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const partOf = (id: number | undefined): Part | "idle" => {
    const node = id === undefined ? undefined : byId.get(id);
    if (node === undefined) return "Node itself";
    const { functionName, url } = node.callFrame;
    if (functionName === "(idle)") return "idle";
    if (functionName === "(garbage collector)") return "collecting garbage";
    const place = PLACES.find(([where]) => where.test(url));
    return place?.[1] ?? partOf(parents.get(node.id));
  };
  const parts = new Map(nodes.map(({ id }) => [id, partOf(id)]));

  const spent = Object.fromEntries(PARTS.map((part) => [part, 0])) as Record<Part, number>;
  samples.forEach((id, at) => {
    const part = parts.get(id);
    if (part !== undefined && part !== "idle") spent[part] += timeDeltas[at] ?? 0;
  });
  const all = PARTS.reduce((sum, part) => sum + spent[part], 0);
  return Object.fromEntries(PARTS.map((part) => [part, spent[part] / all])) as Record<Part, number>;
}
