import { z } from "zod";
import { nameSchema } from "../monitor/monitor.ts";
import { ANY_CODE, SUBJECTS, WEIGHTS, type DnsList } from "./dns-list.ts";

/** Where the key stands in a zone. */
const KEY_PLACE = "{key}";

const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** The zone of a list of a team's own, in lower case; `{key}` may be one of its labels. */
const zoneSchema = z
  .string()
  .trim()
  .toLowerCase()
  .transform((zone) => zone.replace(/\.$/, ""))
  .pipe(
    z
      .string()
      .max(200, "A zone has at most 200 characters.")
      .refine((zone) => {
        const labels = zone.split(".");
        return labels.length > 1 && labels.every((label) => LABEL.test(label) || label === KEY_PLACE);
      }, "Enter a zone such as bl.example.org, or {key}.bl.example.org where a key stands in it."),
  );

/** What a person says of a list of their own. */
export const ownListSchema = z.object({
  name: nameSchema,
  zone: zoneSchema,
  holds: z.array(z.enum(SUBJECTS)).min(1, "Choose what the list holds."),
  weight: z.enum(WEIGHTS, { error: "Choose how much the list matters." }),
  delistUrl: z
    .string()
    .trim()
    .transform((url) => (url === "" ? null : url))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: "Enter a link that begins with https://." })
        .max(500)
        .nullable(),
    ),
});
export type OwnListDraft = z.infer<typeof ownListSchema>;

/** A key as it stands in a zone: one label, or several (RFC 1035 section 2.3.4). */
export const listKeySchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(100, "A key has at most 100 characters.")
  .refine((key) => key.split(".").every((label) => LABEL.test(label)), "A key has only letters, digits and hyphens.");

/** The id of a list of a team's own. */
export const ownListId = (dnsListId: number): `own-${number}` => `own-${dnsListId}`;

/** A list of a team's own as one of the others: every address within 127/8 means listed, and it is tested as RFC 5782 has it. */
export function ownList({ dnsListId, name, zone, holds, weight, delistUrl }: OwnListDraft & { dnsListId: number }): DnsList {
  const isKeyed = zone.split(".").includes(KEY_PLACE);
  return {
    id: ownListId(dnsListId),
    name,
    zone: isKeyed ? null : zone,
    ...(isKeyed ? { keyed: { zone, url: "" } } : {}),
    operator: "Your team",
    holds,
    weight,
    why: "Your team says so.",
    codes: ANY_CODE,
    terms: { says: "Known to your team.", url: "" },
    delistUrl,
  };
}
