import { MONITOR_KINDS, type MonitorKind } from "../check/stage.ts";
import { HEALTH_STATUSES, type HealthStatus } from "../check/status.ts";
import { parseTag } from "./tag.ts";

/** What a list of monitors is asked for in its address: one status or all, one kind or all, one tag or any, a text, and which page. */
export type MonitorQuery = {
  status: HealthStatus | null;
  kind: MonitorKind | null;
  tag: string | null;
  text: string;
  page: number;
};

/** The parameters of an address as Next.js gives them. */
export type SearchParams = Record<string, string | string[] | undefined>;

const MAX_TEXT_CHARS = 253;

/** Reads `?status=down&kind=imap&tag=berlin&q=mx&page=2`. Nonsense counts as not there. */
export function parseMonitorQuery(search: SearchParams): MonitorQuery {
  const text = typeof search.q === "string" ? search.q.replaceAll("\0", "").trim().slice(0, MAX_TEXT_CHARS) : "";
  const status = HEALTH_STATUSES.find((each) => each === search.status) ?? null;
  const kind = MONITOR_KINDS.find((each) => each === search.kind) ?? null;
  return { status, kind, tag: parseTag(search.tag), text, page: parsePage(search) };
}

/** The page number of an address, from 1. */
export function parsePage(search: SearchParams): number {
  return typeof search.page === "string" && /^[1-9]\d{0,5}$/.test(search.page) ? Number(search.page) : 1;
}

/** The address of a list, without what is as by default. */
export function monitorQueryHref({ status, kind, tag, text, page }: MonitorQuery): string {
  const search = new URLSearchParams();
  if (status !== null) search.set("status", status);
  if (kind !== null) search.set("kind", kind);
  if (tag !== null) search.set("tag", tag);
  if (text !== "") search.set("q", text);
  if (page > 1) search.set("page", String(page));
  return search.size === 0 ? "/monitors" : `/monitors?${search}`;
}
