"use client";

import { lazy, Suspense, useActionState, useCallback, useRef, useState } from "react";
import type { Tried } from "#components/script/script-editor.tsx";
import type { CheckScript } from "#components/script/use-problems.ts";
import { Field } from "#components/ui/field.tsx";
import { Form } from "#components/ui/form.tsx";
import { LinkButton } from "#components/ui/link-button.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { ListChoice } from "#core/blocklist/list-choice.ts";
import type { KnownLocation } from "#core/check/known-location.ts";
import { isDialogueKind, type MonitorKind } from "#core/check/stage.ts";
import type { FormAction } from "#core/form/form-state.ts";
import type { InboundPlace } from "#core/mailflow/inbound-place.ts";
import {
  CHANNELS_FIELD,
  ESCALATION_FIELD,
  kindTyped,
  monitorFormValues,
  openingEnding,
  openingTellOf,
  type MonitorFormValues,
} from "#core/monitor/monitor-form.ts";
import type { MonitorFormErrors } from "#core/monitor/parse-monitor-form.ts";
import { ChannelChoice, type Choice } from "./channel-choice.tsx";
import { PolicyFields } from "./policy-fields.tsx";
import { MonitorSections } from "./sections/monitor-sections.tsx";
import { TargetFields } from "./target-fields.tsx";
import { TryIt } from "./try-it.tsx";
import type { TrialState } from "./use-trial.ts";

// Fetched when somebody wants them: a script brings the parser of YAML, a domain that of names; few teams have locations or policies to choose.
const ScriptEditor = lazy(() => import("#components/script/script-editor.tsx"));
const BlocklistFields = lazy(() => import("./blocklist-fields.tsx"));
const LocationChoice = lazy(() => import("./location-choice.tsx"));
const PolicyChoice = lazy(() => import("./policy-choice.tsx"));
const DomainFields = lazy(() => import("./domain-fields.tsx"));

/** What a monitor is called after that is given no name, where it is not its host. */
const NAMED_AFTER: Partial<Record<MonitorKind, string>> = { domain: "domain", blocklist: "first entry" };

/** What asking for a trial leads to. */
export type TrialAnswer = { trialId: string } | { errors: MonitorFormErrors } | { message: string };

type Props = {
  values: MonitorFormValues;
  isKindFixed: boolean;
  /** Whether a password is stored that may stay. */
  hasSecret: boolean;
  inbound: InboundPlace;
  /** What a blocklist monitor can ask. */
  lists: readonly ListChoice[];
  ticked: readonly number[];
  channels: readonly Choice[];
  locations: readonly KnownLocation[];
  /** The team's escalation policies, and which one is the monitor's own. */
  policies: readonly { policyId: number; name: string }[];
  policyId: number | null;
  save: FormAction;
  startTrial: (form: FormData) => Promise<TrialAnswer>;
  checkScript: CheckScript;
  submitText: string;
  cancelHref: string;
};

/** The form of a monitor, with a trial of what it says beside it. */
export function MonitorForm(props: Props) {
  const {
    values,
    isKindFixed,
    hasSecret,
    inbound,
    lists,
    ticked,
    channels,
    locations,
    policies,
    policyId,
    save,
    startTrial,
    checkScript,
    submitText,
    cancelHref,
  } = props;
  const [state, submit] = useActionState(save, {
    values: { ...values, [CHANNELS_FIELD]: ticked.join(","), [ESCALATION_FIELD]: String(policyId ?? "") },
    errors: {},
  });
  const [typed, setTyped] = useState(values);
  const fields = useRef<HTMLDivElement>(null);
  const form = () => new FormData(fields.current?.closest("form") ?? undefined);
  const kind = kindTyped(typed);
  const onChange = () => {
    const now = monitorFormValues(form());
    // The fields of another kind are not there yet: its ending is the one that it opens with, and after a script or a domain so are all.
    const known = !isDialogueKind(kind) && now.kind !== kind ? { ...values, ...state.values, kind: now.kind } : now;
    const chosen = kindTyped(now);
    const opening = { until: openingEnding(chosen, state.values), tellOf: openingTellOf(chosen, state.values) };
    setTyped(chosen === kind ? now : { ...known, ...opening });
  };
  const [tried, setTried] = useState<Tried | null>(null);
  const triedScript = useRef("");
  const onSteps = useCallback((steps: TrialState["steps"], phase: TrialState["phase"]) => {
    setTried({ script: triedScript.current, steps, isRunning: phase === "running" });
  }, []);
  const onTry = () => {
    const filled = form();
    triedScript.current = monitorFormValues(filled).script.replaceAll("\r\n", "\n");
    return startTrial(filled);
  };
  return (
    <div className="grid gap-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]">
      <Form state={state} action={submit} className="content-start">
        <div ref={fields} className="grid gap-5" onChange={onChange}>
          <TargetFields {...state} kind={kind} isKindFixed={isKindFixed} />
          {kind === "mailflow" && (
            <Suspense>
              <ScriptEditor
                opening={state.values.script ?? ""}
                errors={state.errors}
                isStored={hasSecret}
                inbound={inbound}
                check={checkScript}
                tried={tried}
              />
            </Suspense>
          )}
          {kind === "blocklist" && (
            <Suspense>
              <BlocklistFields {...state} lists={lists} />
            </Suspense>
          )}
          {kind === "domain" && (
            <Suspense>
              <DomainFields {...state} />
            </Suspense>
          )}
          <Field
            label="Name"
            name="name"
            hint={`The ${NAMED_AFTER[kind] ?? "host"}, if you leave it empty`}
            error={state.errors.name}
          >
            {(control) => <TextInput {...control} defaultValue={state.values.name} autoComplete="off" />}
          </Field>
          <Field
            label="Tags"
            name="tags"
            hint="Separated by commas, such as: berlin, customer a. The list can be filtered by them, and maintenance can be for them."
            error={state.errors.tags}
          >
            {(control) => (
              <TextInput
                {...control}
                defaultValue={state.values.tags}
                autoComplete="off"
                autoCapitalize="none"
                spellCheck={false}
              />
            )}
          </Field>
          <PolicyFields {...state} kind={kind} />
          {locations.length > 1 && (
            <Suspense>
              <LocationChoice locations={locations} ticked={(state.values.locations ?? "").split(",")} />
            </Suspense>
          )}
          <ChannelChoice
            channels={channels}
            ticked={(state.values[CHANNELS_FIELD] ?? "").split(",")}
            error={state.errors[CHANNELS_FIELD]}
          />
          {policies.length > 0 && (
            <Suspense>
              <PolicyChoice policies={policies} value={state.values[ESCALATION_FIELD]} error={state.errors[ESCALATION_FIELD]} />
            </Suspense>
          )}
          <MonitorSections state={state} typed={typed} hasSecret={hasSecret} />
        </div>
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingText="Saving">{submitText}</SubmitButton>
          <LinkButton href={cancelHref} variant="ghost">
            Cancel
          </LinkButton>
        </div>
      </Form>
      <TryIt start={onTry} onSteps={onSteps} />
    </div>
  );
}
