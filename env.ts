import { z } from "zod";

const flag = z.enum(["0", "1", "true", "false", ""]).transform((value) => value === "1" || value === "true");

/** Several of something, separated by spaces or commas. */
const list = z.string().transform((text) => text.split(/[\s,]+/).filter((each) => each !== ""));

const address = z.union([z.ipv4(), z.ipv6()], { error: "must be IP addresses" });
const port = z
  .string()
  .regex(/^\d+$/, "must be port numbers")
  .transform(Number)
  .pipe(z.number().min(1, "must be port numbers").max(65_535, "must be port numbers"));

/** `192.0.2.53`, `192.0.2.53:5353`, `2001:db8::53` or `[2001:db8::53]:5353`. */
const isDnsServer = (text: string) => {
  const [, literal = text] = /^\[(.*)\](?::\d{1,5})?$/.exec(text) ?? /^([\d.]+):\d{1,5}$/.exec(text) ?? [];
  return address.safeParse(literal).success;
};
const isHttpsUrl = (text: string) => text.startsWith("https://") && URL.canParse(text);
const dnsServers = list.refine(
  (servers) => servers.every(isDnsServer) || (servers.length === 1 && isHttpsUrl(servers[0]!)),
  "must be addresses of DNS servers, with a port or without, or one https:// URL",
);

const days = (usual: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}$/, "must be a number of days, at least 1")
    .transform(Number)
    .prefault(usual);

const wholeNumber = z
  .string()
  .regex(/^\d{1,6}$/, "must be a whole number")
  .transform(Number);
const count = (usual: string) => wholeNumber.prefault(usual);

/** `0.08 EUR`. */
const price = z
  .string()
  .regex(/^\d+(?:\.\d{1,4})? [A-Z]{3}$/, "must be an amount and a currency, such as 0.08 EUR")
  .transform((text) => ({ amount: Number(text.split(" ")[0]), currency: text.split(" ")[1]! }))
  .optional();

/** `twilio://SID:TOKEN@api.twilio.com/?from=%2B15550100`, as channels/phone-provider reads it. */
const isPhoneUrl = (text: string) => {
  if (!/^(?:twilio|plivo)(?:\+http)?:/.test(text) || !URL.canParse(text)) return false;
  const { username, password, host, searchParams } = new URL(text);
  return username !== "" && password !== "" && host !== "" && /^[+ ]?[1-9]\d{5,14}$/.test(searchParams.get("from") ?? "");
};

const smtpUrl = (error: string) => z.string().refine((text) => /^smtps?:\/\/\S+$/.test(text) && URL.canParse(text), error);

/** The European Economic Area and Switzerland, and a few more where a text costs little, so that nobody sends many to earn by them. */
const PHONE_COUNTRIES =
  "AT BE BG HR CY CZ DK EE FI FR DE GR HU IS IE IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE CH GB US CA AU NZ";

/** Every setting there is. README.md explains them. */
const settings = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  /** PostgreSQL 15 or newer. `npm start` sets it to the embedded one where it is not given. */
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// URL" }),
  /** Where set, the queue is BullMQ on Redis or Valkey; otherwise on PostgreSQL. */
  REDIS_URL: z.url({ protocol: /^rediss?$/, error: "must be a redis:// URL" }).optional(),
  /** Where users reach the dashboard: the base of every link in a mail. */
  NEXTAUTH_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).default("http://localhost:3000"),
  /** Signs the session cookies. `npm start` makes one and keeps it in the data folder. */
  NEXTAUTH_SECRET: z.string().min(32, "must have at least 32 characters"),
  /**
   * Seals the passwords and tokens that monitors log in with: 32 bytes in base64. Several, joined by commas, while the key is changed: the
   * first seals, all of them open. `npm start` makes one and keeps it in the data folder.
   */
  SECRETS_KEY: z
    .string({ error: "must be set to 32 bytes in base64, as `openssl rand -base64 32` makes them" })
    .transform((keys) => keys.split(",").map((key) => Buffer.from(key.trim(), "base64")))
    .refine((keys) => keys.every(({ length }) => length === 32), "must be 32 bytes in base64; several are joined by commas"),
  /** The place this worker runs at. */
  LOCATION: z
    .string()
    .regex(/^[a-z0-9-]{1,32}$/, "must be 1 to 32 lower-case letters, digits or hyphens")
    .default("local"),
  /** SMTP servers that take our mail, separated by spaces and tried in order. Left out, the built-in mailbox where it usually listens. */
  SMTP_URLS: z
    .string()
    .transform((urls) => urls.split(/\s+/).filter((url) => url !== ""))
    .pipe(z.array(smtpUrl("must be smtp:// or smtps:// URLs")).min(1, "must name an SMTP server"))
    .optional(),
  /** The same where it is only one. */
  SMTP_URL: smtpUrl("must be one smtp:// or smtps:// URL; several go into SMTP_URLS").optional(),
  /** The address our mail comes from. */
  MAIL_FROM: z.string().default("Ehlowatch <alerts@ehlowatch.localhost>"),
  /** Providers of SMS and calls, their credentials in the URL, separated by spaces and tried in order. Without one neither is offered. */
  PHONE_URLS: z
    .string()
    .transform((urls) => urls.split(/\s+/).filter((url) => url !== ""))
    .pipe(z.array(z.string().refine(isPhoneUrl, "must be twilio:// or plivo:// URLs with account, token, host and from=%2B…")))
    .prefault(""),
  /** The countries SMS and calls may go to, by their codes (ISO 3166-1), separated by spaces. */
  PHONE_COUNTRIES: z
    .string()
    .transform((text) => text.toUpperCase())
    .pipe(list)
    .pipe(z.array(z.string().regex(/^[A-Z]{2}$/, "must be codes of countries, such as DE US")).min(1, "must name a country"))
    .prefault(PHONE_COUNTRIES),
  /** How many SMS, and how many calls, a team may have in a day (UTC). */
  SMS_PER_DAY: count("100"),
  CALLS_PER_DAY: count("50"),
  /** What a segment of an SMS, and a minute of a call, costs about, as in `0.08 EUR`; shown where it is set. */
  SMS_PRICE: price,
  CALL_PRICE: price,
  /** The name a monitor says in EHLO unless its owner chose another. */
  EHLO_NAME: z.string().default("ehlowatch.localhost"),
  /** Embedded mode: the built-in mailbox is shown at /mailbox and private targets are allowed. `npm start` sets it. */
  EMBEDDED: flag.default(false),
  /** Where the built-in mailbox listens, on loopback. */
  MAILBOX_PORT: z.coerce.number().int().min(1).max(65_535).default(2526),
  /** What stands behind the @ of the addresses at which monitors have mail sent to us. Empty, we receive none. */
  INBOUND_DOMAIN: z
    .string()
    .transform((domain) => domain.trim().toLowerCase())
    .pipe(
      z.union([
        z.literal(""),
        z.string().regex(/^(?=.{1,200}$)[a-z0-9-]+(\.[a-z0-9-]+)*$/, "must be a domain, such as in.example.com"),
      ]),
    )
    .prefault(""),
  /** The address its receiver listens at. Left out, every one, and only loopback in embedded mode. */
  INBOUND_HOST: address.optional(),
  INBOUND_PORT: port.prefault("2525"),
  /** The files of the certificate (a chain) and key it shows to STARTTLS, both in PEM. Left out, it makes its own. */
  INBOUND_TLS_CERT: z.string().optional(),
  INBOUND_TLS_KEY: z.string().optional(),
  /** DNS servers the probes ask, separated by spaces, or the URL of one that is asked over HTTPS; the system's where empty. */
  DNS_SERVERS: dnsServers.prefault(""),
  /** DNS servers in another network, asked where the first ones fail. */
  DNS_SECOND_SERVERS: dnsServers.prefault(""),
  /** Where it stands which registry knows when which domain ends (RFC 9224); `off`, and no registry is asked. */
  RDAP_BOOTSTRAP: z
    .union([z.literal("off").transform(() => null), z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" })])
    .prefault("https://data.iana.org/rdap/dns.json"),
  /** The ports a monitor may watch, or `any`. Left out, they are the mail ports, and any in embedded mode. */
  MONITOR_PORTS: z.union([z.literal("any"), list.pipe(z.array(port).min(1))], { error: "must be port numbers, or any" }).optional(),
  /** Addresses nobody may watch, beside those this worker knows as its own: databases, proxies, the dashboard. */
  SELF_ADDRESSES: list.pipe(z.array(address)).prefault(""),
  /** The most connections all workers together open to one address in a minute; 0 is no limit. Left out, 60, and 0 in embedded mode. */
  CONNECTIONS_PER_MINUTE: z.coerce
    .number({ error: "must be a whole number, 0 for no limit" })
    .refine((count) => Number.isInteger(count) && count >= 0, "must be a whole number, 0 for no limit")
    .optional(),
  /** The most checks a worker runs at once. Left out, 10,000, or fewer where memory or file descriptors are short. */
  CHECKS_AT_ONCE: z.coerce
    .number({ error: "must be a whole number from 1" })
    .refine((count) => Number.isInteger(count) && count >= 1, "must be a whole number from 1")
    .optional(),
  /**
   * How many test messages may be sent in a day (UTC): by a team, and to the recipients of one domain by all teams together. 0 is no limit. Left
   * out, 3,000 and 20,000, and no limit in embedded mode.
   */
  MAIL_TESTS_PER_DAY: wholeNumber.optional(),
  MAIL_TESTS_PER_DOMAIN: wholeNumber.optional(),
  /**
   * The most monitors of a team, and the most hosts whose domain it has not proved, those it tried within a day counted. 0 is no limit. Left out,
   * 2,000 and 50, and no limit in embedded mode.
   */
  MONITORS_PER_TEAM: wholeNumber.optional(),
  UNPROVED_HOSTS_PER_TEAM: wholeNumber.optional(),
  /** Where somebody complains whose server is checked, or who gets a test message and wants none: an address or a URL. Left out, NEXTAUTH_URL. */
  ABUSE_CONTACT: z
    .string()
    .regex(/^[\x21-\x7e]{1,200}$/, "must be an address or a URL")
    .optional(),
  /** The addresses checks come from, published at /api/probe-addresses. */
  PROBE_ADDRESSES: list.pipe(z.array(address)).prefault(""),
  /** Servers (host:port) that accept connections whatever happens: where none does, the port is closed here. `off` for none. */
  SELF_TEST_SERVERS: z
    .union([z.literal("off").transform(() => []), list.pipe(z.array(z.string().regex(/^\S+:\d{1,5}$/, "must be host:port")))])
    .prefault("gmail-smtp-in.l.google.com:25 outlook-com.olc.protection.outlook.com:25 mx01.mail.icloud.com:25"),
  /**
   * Where an outside watcher hears that Ehlowatch works: asked for (GET) after every path test that went well, so that it alarms where it hears
   * nothing for a few minutes.
   */
  HEARTBEAT_URL: z.url({ protocol: /^https?$/, error: "must be an http:// or https:// URL" }).optional(),
  /** How often, in seconds. */
  HEARTBEAT_EVERY_S: z.coerce
    .number({ error: "must be a number of seconds from 10 to 3600" })
    .refine((count) => Number.isInteger(count) && count >= 10 && count <= 3_600, "must be a number of seconds from 10 to 3600")
    .default(60),
  /** The server (host:port) that the path test checks. Left out, the built-in mailbox where it takes our mail, or one of SELF_TEST_SERVERS. */
  HEARTBEAT_TARGET: z
    .string()
    .regex(/^\S+:\d{1,5}$/, "must be host:port")
    .optional(),
  /** Who may see /settings/system, by e-mail address, separated by spaces. In embedded mode every owner of a team may. */
  OPERATORS: list
    .transform((addresses) => addresses.map((each) => each.toLowerCase()))
    .pipe(z.array(z.email("must be e-mail addresses")))
    .prefault(""),
  /** The bearer token that opens /api/metrics. Without one it is not there, but in embedded mode, where it is open. */
  METRICS_TOKEN: z.string().min(16, "must have at least 16 characters").optional(),
  /** How many days each check is kept; its sums by hour and by day stay. */
  RESULT_DAYS: days("7").refine((count) => count >= 2, "must be at least 2"),
  /** How many days the dialogues of failed checks and of changes are kept. */
  TRANSCRIPT_DAYS: days("30"),
  /** How many days the sums of each hour are kept. */
  HOURLY_DAYS: days("1095").refine((count) => count >= 35, "must be at least 35, for the charts of a month"),
  /** How many days the sums of each day are kept. */
  DAILY_DAYS: days("3650").refine((count) => count >= 95, "must be at least 95, for the charts of a quarter"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
});

const isOneOfThem = ({ SMTP_URL, SMTP_URLS }: { SMTP_URL?: unknown; SMTP_URLS?: unknown }) =>
  SMTP_URL === undefined || SMTP_URLS === undefined;

/** A certificate is of no use without its key. */
const isWhole = ({ INBOUND_TLS_CERT, INBOUND_TLS_KEY }: { INBOUND_TLS_CERT?: unknown; INBOUND_TLS_KEY?: unknown }) =>
  (INBOUND_TLS_CERT === undefined) === (INBOUND_TLS_KEY === undefined);

const schema = settings
  .refine(isWhole, { path: ["INBOUND_TLS_CERT"], error: "and INBOUND_TLS_KEY are set together, or neither is", when: () => true })
  .refine(isOneOfThem, { path: ["SMTP_URLS"], error: "is set and so is SMTP_URL: keep one of them", when: () => true })
  .transform(({ SMTP_URL, SMTP_URLS, ...rest }) => ({ ...rest, SMTP_URLS: SMTP_URLS ?? [SMTP_URL ?? "smtp://127.0.0.1:2526"] }));

export type Env = z.infer<typeof schema>;

/** Reads settings; throws what names everything wrong at once. */
export function readEnv(environment: NodeJS.Dict<string>): Env {
  const parsed = schema.safeParse(environment);
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`);
  throw new Error(`The environment is not right:\n${complaints.join("\n")}`);
}

/** The settings of this process: the only place that reads `process.env`. A wrong environment stops the start. */
export const env: Env = readEnv(process.env);
