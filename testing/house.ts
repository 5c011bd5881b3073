import path from "node:path";

/**
 * Who may import whom: a folder may import itself and the folders and files that stand beside it. Nothing imports `app` or `worker`. Folders that are
 * no part of the product (launch, testing, e2e, bench) import what they need.
 */
const ROWS: Record<string, readonly string[]> = {
  core: [],
  network: ["core"],
  protocols: ["core", "network"],
  probes: ["core", "network", "protocols"],
  channels: ["core", "network"],
  db: ["core", "prisma", "env.ts"],
  components: ["core", "channels/icon-by-kind.tsx"],
  worker: ["core", "network", "protocols", "probes", "channels", "db", "prisma", "env.ts"],
  app: ["core", "components"],
  "app/_data": [
    "core",
    "components",
    "db",
    "env.ts",
    "app",
    "channels/settings-by-kind.ts",
    "channels/read-form.ts",
    "channels/slack/click.ts", // whoever presses a button there waits for an answer
    "channels/slack/is-signed.ts",
    "network/http-client.ts",
    "channels/phone/speech.ts", // a call asks what it says, and tells which key was pressed
    "channels/phone-provider/signed-by.ts",
    "channels/phone-provider/phone-number.ts",
  ],
  prisma: ["core", "db", "env.ts"], // the seed writes what db would
  "proxy.ts": ["core", "env.ts"],
  "instrumentation.ts": ["app"],
  "env.ts": [],
};
const OUTSIDE = ["launch", "testing", "e2e", "bench"];

/** What a test may import on top of its folder's row. */
const FOR_TESTS = ["testing", "launch", "db", "prisma", "env.ts"];

/** Packages that are kept behind one folder. */
const KEPT_IN: Record<string, readonly string[]> = {
  pg: ["db", "prisma", "worker"], // the worker gives BullMQ its connections
  "@prisma/client": ["db", "prisma"],
  "@prisma/adapter-pg": ["db", "prisma"],
  bullmq: ["worker"],
  ioredis: ["worker"],
  nodemailer: ["channels"],
};
/** `core` is pure, so what it imports is too. */
const PURE_PACKAGES = [
  "zod",
  "date-fns",
  "@date-fns/tz",
  "ipaddr.js",
  "rrule-temporal",
  "temporal-polyfill",
  "tldts",
  "punycode",
  "yaml",
  "re2js",
];
const IMPURE = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.|\bset(?:Timeout|Interval)\(|\bprocess\.\w/;

/** What opens connections stays behind the address guard; what only talks about addresses does not. */
const OPENS_CONNECTIONS = /^(?:node:)?(?:net|tls|http|https|http2|dgram)$|^(?:undici|axios|got|ws|node-fetch)$/;
const ONLY_TALKS =
  /^\s*import\s+(?:type\s+\{[^}]*\}|\{(?:\s*(?:isIP|isIPv4|isIPv6|type \w+),?)+\s*\})\s+from\s+["'][^"']+["'];?$/gm;
/** A page may ask its own server, by a path. */
const FETCHES = /\bnew (?:WebSocket|XMLHttpRequest)\(|\bfetch\((?!\s*["'`]\/(?!\/))/;

const CONFIGURATION = /^[^/]+\.config\.(?:ts|mjs)$/;
const MAY_READ_THE_ENVIRONMENT = /^(?:env\.ts|prisma\/draft-migration\.ts)$/;
const NAMELESS = /^(?:utils?|helpers?|lib|common|misc|shared)$/;

/** What is wrong with a file (its path from the root, with `/`), as sentences. */
export function complaintsAbout(file: string, source: string): string[] {
  const [top = ""] = file.split("/");
  const home = file.startsWith("app/_data/") ? "app/_data" : top;
  const isTest = /\.test\.tsx?$/.test(file);
  const complaints: string[] = [];

  const nameless = file
    .split("/")
    .slice(0, -1)
    .find((folder) => NAMELESS.test(folder));
  if (nameless) complaints.push(`${file}: a folder is named after what it holds, and "${nameless}" says nothing`);
  if (OUTSIDE.includes(top) || CONFIGURATION.test(file)) return complaints;

  for (const specifier of importsOf(source)) {
    const target = targetOf(file, specifier);
    if (target === null) {
      const keepers = KEPT_IN[packageOf(specifier)];
      if (keepers && !keepers.includes(top) && !isTest)
        complaints.push(`${file}: only ${keepers.join(" and ")} may import ${specifier}`);
      if (top === "core" && !isTest && !PURE_PACKAGES.includes(packageOf(specifier)))
        complaints.push(`${file}: core is pure and may not import ${specifier}`);
      continue;
    }
    const allowed = [home, top === "app" && home !== "app" ? "app" : home, ...(ROWS[home] ?? []), ...(isTest ? FOR_TESTS : [])];
    const wanted = target.startsWith("app/_data/") ? ["app/_data", "app"] : [target.split("/")[0]!, target];
    if (!wanted.some((each) => allowed.includes(each))) complaints.push(`${file}: ${home} may not import ${target}`);
  }
  if (top !== "network" && !isTest && opensConnections(source))
    complaints.push(`${file}: only network opens connections, behind the address guard`);
  if (top === "core" && !isTest && IMPURE.test(source))
    complaints.push(`${file}: core has no clock, no chance and no process: pass in what it needs`);
  if (/\bprocess\.env\b/.test(source) && !isTest && !MAY_READ_THE_ENVIRONMENT.test(file))
    complaints.push(`${file}: only env.ts reads process.env`);
  return complaints;
}

function opensConnections(source: string): boolean {
  const rest = source.replaceAll(ONLY_TALKS, "");
  return importsOf(rest).some((specifier) => OPENS_CONNECTIONS.test(specifier)) || FETCHES.test(rest);
}

/** Every module a source names: `from "…"`, `import "…"` and `import("…")`. */
function importsOf(source: string): string[] {
  const matches = source.matchAll(
    /^\s*(?:import|export)\b[^;"']*?\bfrom\s+["']([^"']+)["']|^\s*import\s+["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']/gm,
  );
  return [...matches].map((match) => match[1] ?? match[2] ?? match[3]!);
}

/** The path from the root of a module of ours, or null for a package. */
function targetOf(file: string, specifier: string): string | null {
  if (specifier.startsWith("#")) return specifier.slice(1);
  return specifier.startsWith(".") ? path.posix.join(path.posix.dirname(file), specifier) : null;
}

/** `@scope/name` or `name`, without the path inside the package. */
function packageOf(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
