import { canEdit } from "#core/account/role.ts";
import type { Viewer } from "#core/account/viewer.ts";
import { CATALOGUE } from "#core/blocklist/catalogue/catalogue.ts";
import type { DnsList } from "#core/blocklist/dns-list.ts";
import type { ListChoice } from "#core/blocklist/list-choice.ts";
import { listKeySchema, ownListSchema } from "#core/blocklist/own-list.ts";
import { fieldErrors } from "#core/form/form-state.ts";
import { parseId } from "#core/form/parse-id.ts";
import { addOwnList, MOST_OWN_LISTS } from "#db/dns-list/add-own-list.ts";
import { deleteListKey } from "#db/dns-list/delete-list-key.ts";
import { deleteOwnList } from "#db/dns-list/delete-own-list.ts";
import { listKeyedLists } from "#db/dns-list/list-keyed-lists.ts";
import { listOwnLists } from "#db/dns-list/list-own-lists.ts";
import { putListKey } from "#db/dns-list/put-list-key.ts";
import { requireViewer } from "../viewer.ts";

/** Every list the viewer's team can ask, and since when it has keys for which. The keys themselves never leave the worker. */
export async function loadLists() {
  const viewer = await requireViewer();
  const [own, keyed] = await Promise.all([listOwnLists(viewer.teamId), listKeyedLists(viewer.teamId)]);
  const withKey = (list: DnsList) => ({ ...list, keySince: keyed.get(list.id) ?? null });
  return { viewer, canEdit: canEdit(viewer.role), own: own.map(withKey), catalogue: CATALOGUE.map(withKey) };
}

/** What a form of lists has to choose from: those that answer, and those that would with a key. */
export async function listChoices(teamId: number): Promise<ListChoice[]> {
  const [own, keyed] = await Promise.all([listOwnLists(teamId), listKeyedLists(teamId)]);
  return [...own, ...CATALOGUE].map(({ id, name, weight, operator, holds, terms, zone }) => ({
    id,
    name,
    weight,
    operator,
    holds,
    terms,
    lacksKey: zone === null && !keyed.has(id),
  }));
}

/** Adds a list of the editor's team; by field what is wrong where it does not. */
export async function addList({ teamId }: Viewer, typed: unknown): Promise<Record<string, string> | null> {
  const parsed = ownListSchema.safeParse(typed);
  if (!parsed.success) return fieldErrors(parsed.error);
  const { zone } = parsed.data;
  if (CATALOGUE.some((list) => list.zone === zone || list.keyed?.zone === zone))
    return { zone: `${zone} is in the catalogue already.` };
  const outcome = await addOwnList(teamId, parsed.data);
  if (outcome === "known") return { zone: `You have a list in ${zone} already.` };
  return outcome === "added" ? null : { zone: `A team has at most ${MOST_OWN_LISTS} lists of its own.` };
}

/** Keeps a key of the editor's team for a list that wants one; says what is wrong where it does not. */
export async function keepKey({ teamId }: Viewer, list: string, typed: string): Promise<string | null> {
  const key = listKeySchema.safeParse(typed);
  if (!key.success) return key.error.issues[0]!.message;
  const known = [...CATALOGUE, ...(await listOwnLists(teamId))].find(({ id }) => id === list);
  if (known?.keyed === undefined) return "This list wants no key.";
  await putListKey(teamId, list, key.data);
  return null;
}

/** Takes a list of the editor's team out, with its key. */
export async function removeList({ teamId }: Viewer, list: string): Promise<void> {
  const dnsListId = parseId(list.replace(/^own-/, ""));
  if (dnsListId !== null) await deleteOwnList(teamId, dnsListId);
}

/** Forgets a key of the editor's team. */
export async function forgetKey({ teamId }: Viewer, list: string): Promise<void> {
  await deleteListKey(teamId, list);
}
