import { existsSync } from "node:fs";

/** Where systems keep the monitoring plugins. */
const FOLDERS = [
  "/usr/lib/nagios/plugins",
  "/usr/lib/monitoring-plugins",
  "/usr/lib64/nagios/plugins",
  "/usr/local/libexec/nagios",
];

/** The full path of a monitoring plugin, or null where it is not installed. */
export function findPlugin(name: string): string | null {
  return FOLDERS.map((folder) => `${folder}/${name}`).find((file) => existsSync(file)) ?? null;
}
