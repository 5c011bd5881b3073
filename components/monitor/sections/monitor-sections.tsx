"use client";

import { isDialogueKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import {
  kindTyped,
  NO_LOGIN,
  SECTION_FIELDS,
  type FormSection as Section,
  type MonitorFormValues,
} from "#core/monitor/monitor-form.ts";
import { sectionWords, usualWords } from "#core/monitor/section-words.ts";
import { AlarmFields } from "./alarm-fields.tsx";
import { CertificateFields } from "./certificate-fields.tsx";
import { EndingFields } from "./ending-fields.tsx";
import { EnvelopeFields } from "./envelope-fields.tsx";
import { ExpectationFields } from "./expectation-fields.tsx";
import { FormSection } from "./form-section.tsx";
import { LoginFields } from "./login-fields.tsx";
import { ReachFields } from "./reach-fields.tsx";
import { ThresholdFields } from "./threshold-fields.tsx";

type Props = {
  state: FormState;
  /** What stands in the form at this moment, for the summary lines. */
  typed: MonitorFormValues;
  /** Whether a password is stored that may stay as it is. */
  hasSecret: boolean;
};

/** Everything a monitor can do besides what most of them need, each section closed until it is wanted. */
export function MonitorSections({ state, typed, hasSecret }: Props) {
  const kind = kindTyped(typed);
  const words = sectionWords(typed);
  const usual = usualWords(kind);
  const props = (section: Section) => ({
    words: words[section],
    usual: usual[section],
    hasError: SECTION_FIELDS[section].some((field) => state.errors[field] !== undefined),
  });
  const alarms = (
    <FormSection title="Alarms" {...props("alarm")}>
      <AlarmFields {...state} kind={kind} />
    </FormSection>
  );
  if (!isDialogueKind(kind)) return <div className="border-t border-line">{alarms}</div>;
  return (
    <div className="border-t border-line">
      <FormSection title="How far" {...props("ending")}>
        <EndingFields {...state} kind={kind} />
      </FormSection>
      <FormSection title="Addresses" {...props("reach")}>
        <ReachFields {...state} />
      </FormSection>
      <FormSection title="Certificate" {...props("certificate")}>
        <CertificateFields {...state} />
      </FormSection>
      <FormSection title="Login" {...props("login")}>
        <LoginFields {...state} kind={kind} isLogin={typed.mechanism !== NO_LOGIN} hasSecret={hasSecret} />
      </FormSection>
      {kind === "smtp" && (
        <FormSection title="Accept test" {...props("envelope")}>
          <EnvelopeFields {...state} />
        </FormSection>
      )}
      <FormSection title="Expectations" {...props("expectation")}>
        <ExpectationFields {...state} kind={kind} />
      </FormSection>
      <FormSection title="Thresholds" {...props("threshold")}>
        <ThresholdFields {...state} kind={kind} />
      </FormSection>
      {alarms}
    </div>
  );
}
