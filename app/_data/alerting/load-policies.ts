import { notFound } from "next/navigation";
import { requireViewer } from "#app/_data/viewer.ts";
import { canEdit } from "#core/account/role.ts";
import { DEFAULT_ESCALATION_POLICY, type EscalationPolicy } from "#core/escalation/escalation-policy.ts";
import { reachTroubles } from "#core/escalation/policy-reach.ts";
import { policySentences, ROADS, type PolicySentence } from "#core/escalation/policy-words.ts";
import { parseId } from "#core/form/parse-id.ts";
import { listTags } from "#db/monitor/list-tags.ts";
import { choosePolicyOf } from "#db/policy/choose-policy.ts";
import type { SavedPolicy } from "#db/policy/list-policies.ts";
import { loadPolicyRoads } from "../road-check.ts";
import { loadPeople, loadReachable, type People } from "./load-people.ts";

/** A policy as it is shown: in sentences, with what it is for and what is wrong with it. */
export type ShownPolicy = Omit<SavedPolicy, "policy"> & { sentences: PolicySentence[]; troubles: string[] };

/** The escalation policies of the viewer's team, and what holds where none does. */
export async function loadPolicies() {
  const viewer = await requireViewer();
  const people = await loadPeople(viewer.teamId);
  return {
    canEdit: canEdit(viewer.role),
    policies: people.policies.map((saved) => shown(saved, people)),
    fallback: policySentences(DEFAULT_ESCALATION_POLICY, people.called),
  };
}

/** The form for a new policy, which opens with what holds without one. */
export async function loadPolicyForm() {
  const viewer = await requireViewer();
  const people = await loadPeople(viewer.teamId);
  return {
    canEdit: canEdit(viewer.role),
    zone: viewer.timeZone,
    policy: DEFAULT_ESCALATION_POLICY,
    values: { name: "", tags: "", isDefault: people.policies.some(({ isDefault }) => isDefault) ? "" : "on" },
    ...(await choicesOf(viewer.teamId, people)),
  };
}

/** A policy of the viewer's team with its form; not found for any other. */
export async function loadPolicy(idText: string) {
  const viewer = await requireViewer();
  const policyId = parseId(idText) ?? notFound();
  const people = await loadPeople(viewer.teamId);
  const saved = people.policies.find((each) => each.policyId === policyId) ?? notFound();
  return {
    canEdit: canEdit(viewer.role),
    zone: viewer.timeZone,
    policy: saved.policy,
    shown: shown(saved, people),
    roads: await loadPolicyRoads(viewer.teamId, saved.policy),
    values: { name: saved.name, tags: saved.tags.join(", "), isDefault: saved.isDefault ? "on" : "" },
    ...(await choicesOf(viewer.teamId, people)),
  };
}

/** Who is told of a monitor: by which policy, why by that one, and in which steps. */
export async function loadTellingOf(
  teamId: number,
  { monitorId, channelIds }: { monitorId: number; channelIds: readonly number[] },
) {
  const [{ called, directory }, chosen] = await Promise.all([loadReachable(teamId), choosePolicyOf(monitorId)]);
  const policy: EscalationPolicy = chosen?.policy ?? DEFAULT_ESCALATION_POLICY;
  const names = channelIds.map((channelId) => called.channels.get(channelId)).filter((name) => name !== undefined);
  return {
    chosen: chosen && { policyId: chosen.policyId, name: chosen.name, because: chosen.because },
    channels: names,
    sentences: policySentences(policy, called),
    troubles: reachTroubles(policy, directory, called, Date.now(), channelIds),
  };
}

function shown({ policy, ...saved }: SavedPolicy, { called, directory }: People): ShownPolicy {
  return { ...saved, sentences: policySentences(policy, called), troubles: reachTroubles(policy, directory, called, Date.now()) };
}

async function choicesOf(teamId: number, { channels, contacts, onCall }: People) {
  const tags = await listTags(teamId);
  return {
    tags: tags.map(({ tag }) => tag),
    choices: {
      channels: channels.map(({ channelId, kind, name }) => ({ value: `channel-${channelId}`, label: `${name} (${ROADS[kind]})` })),
      contacts: contacts.map(({ contactId, name }) => ({ value: `contact-${contactId}`, label: name })),
      onCall: onCall.map(({ onCallId, name }) => ({ value: `oncall-${onCallId}`, label: `On call in ${name}` })),
    },
  };
}
