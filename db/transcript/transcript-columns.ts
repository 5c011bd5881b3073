/** SQL: the columns of a core/check/dialogue.ts Dialogue, over transcript `k` and location `l`. */
export const TRANSCRIPT_COLUMNS = `k.slot_at as "slotAt", k.location_id as "locationId", coalesce(l.name, '') as location, k.status,
  k.reason, k.stages, k.facts, k.warnings, k.lines, k.good_slot_at as "goodSlotAt"`;
