import type { RdapFetched } from "#core/posture/expiry.ts";
import { BoundedCache } from "./bounded-cache.ts";
import { askHttp, type HttpOptions } from "./http-client.ts";

/** How to ask registries. `bootstrap` is the URL of the file that says which registry answers where (RFC 9224), IANA's for the world. */
export type RegistryOptions = HttpOptions & { bootstrap: string };

/** The file holds every suffix there is. */
const BOOTSTRAP_BYTES = 1024 * 1024;
/** A registration changes once a year, and registries want to be left alone. */
const KEPT_MS = 12 * 3_600_000;
/** Nobody is asked again at once where that did not work. */
const FAILURE_KEPT_MS = 900_000;
const KEPT_BYTES = 16 * 1024 * 1024;

type Services = readonly { suffixes: readonly string[]; urls: readonly string[] }[];

const kept = new BoundedCache<{ value: unknown; untilMs: number }>(KEPT_BYTES);

/** Asks the registry of a registered domain about it (RFC 9082 section 3.1.3), at most once in 12 hours in this process. Never throws. */
export async function askRegistry(domain: string, options: RegistryOptions): Promise<RdapFetched> {
  const { bootstrap } = options;
  return remembered(`${bootstrap} ${domain}`, isFinal, async () => {
    const services = await remembered(bootstrap, Array.isArray, () => readBootstrap(options));
    if (services === null) return { outcome: "failed", detail: "the list of registries could not be read" };
    const url = urlFor(domain, services);
    return url === null ? { outcome: "no-service" } : ask(`${url}domain/${domain}`, options);
  });
}

async function ask(url: string, options: HttpOptions): Promise<RdapFetched> {
  const answer = await askHttp({ method: "GET", url, headers: { Accept: "application/rdap+json" } }, options);
  if (!answer.answered) return answer.failure === "blocked" ? { outcome: "blocked" } : { outcome: "failed", detail: answer.detail };
  if (answer.status === 404) return { outcome: "not-found" };
  if (answer.status === 429) return { outcome: "too-often" };
  const json = answer.status === 200 && answer.isWhole ? parsed(answer.body) : undefined;
  return json === undefined
    ? { outcome: "failed", detail: `the registry answered with status ${answer.status}` }
    : { outcome: "fetched", json };
}

/** Which registry answers for which suffix (RFC 9224 section 4); null where that cannot be read. */
async function readBootstrap(options: RegistryOptions): Promise<Services | null> {
  const answer = await askHttp({ method: "GET", url: options.bootstrap }, { ...options, bodyBytes: BOOTSTRAP_BYTES });
  const json = answer.answered && answer.status === 200 && answer.isWhole ? parsed(answer.body) : undefined;
  const services = (json as { services?: unknown } | null | undefined)?.services;
  if (!Array.isArray(services)) return null;
  return services.flatMap((service) => {
    const [suffixes, urls] = Array.isArray(service) ? (service as unknown[]) : [];
    return areTexts(suffixes) && areTexts(urls) ? [{ suffixes, urls }] : [];
  });
}

/** The URL of the registry with the longest suffix of a domain, over HTTPS where it has one. */
function urlFor(domain: string, services: Services): string | null {
  const labels = domain.split(".");
  for (let from = 1; from < labels.length; from++) {
    const suffix = labels.slice(from).join(".");
    const urls = services.find(({ suffixes }) => suffixes.includes(suffix))?.urls ?? [];
    const url = urls.find((each) => each.startsWith("https://")) ?? urls[0];
    if (url !== undefined) return url.endsWith("/") ? url : `${url}/`;
  }
  return null;
}

function areTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((each) => typeof each === "string");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isFinal({ outcome }: RdapFetched): boolean {
  return outcome === "fetched" || outcome === "not-found" || outcome === "no-service";
}

/** What was found out lately, or else is found out now and kept: for long where it is `good`. */
async function remembered<Value>(key: string, isGood: (value: Value) => boolean, find: () => Promise<Value>): Promise<Value> {
  const known = kept.get(key);
  if (known !== undefined && performance.now() < known.untilMs) return known.value as Value;
  const value = await find();
  const untilMs = performance.now() + (isGood(value) ? KEPT_MS : FAILURE_KEPT_MS);
  kept.set(key, { value, untilMs }, key.length + JSON.stringify(value).length * 2);
  return value;
}
