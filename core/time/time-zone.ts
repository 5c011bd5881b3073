import { z } from "zod";

/** Every time zone there is to choose from (IANA), UTC first. */
export const TIME_ZONES: readonly string[] = ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")];

const known = new Set(TIME_ZONES);

export const timeZoneSchema = z.string().refine((zone) => known.has(zone), "Choose a time zone from the list.");
