import type { Filled } from "./fill.ts";

/** A page that is measured, and the addresses at which it shows different things; users open them one after the other. */
export type MeasuredPage = { name: string; paths: string[] };

const PER_PAGE = 50;
/** Of the monitors, spread over all of them. */
const LOOKED_AT = 100;

/** The pages of the rows L01 and L02: lists, and a monitor with each window of its chart. */
export function pagesOf({ looked, checks }: Filled): MeasuredPage[] {
  const listed = Array.from({ length: Math.ceil(looked.length / PER_PAGE) }, (_, index) => `/monitors?page=${index + 1}`);
  const each = Math.max(1, Math.floor(looked.length / LOOKED_AT));
  const monitors = looked.filter((_, index) => index % each === 0).map((monitorId) => `/monitors/${monitorId}`);
  return [
    { name: "list of monitors, any page", paths: listed },
    { name: "list, those that are down", paths: ["/monitors?status=down"] },
    { name: "list, a search", paths: ["mx", "mail", "example", "org"].map((text) => `/monitors?q=${text}`) },
    ...["1h", "24h", "7d", "30d", "90d"].map((window) => ({
      name: `monitor, chart of ${window}`,
      paths: monitors.map((path) => `${path}?window=${window}`),
    })),
    { name: "monitor, chart of 90d, p99", paths: monitors.map((path) => `${path}?window=90d&latency=p99`) },
    { name: "monitor, checks that failed", paths: monitors.map((path) => `${path}?checks=failed`) },
    { name: "a check that failed", paths: checks },
    { name: "list of incidents", paths: ["/incidents"] },
  ];
}
