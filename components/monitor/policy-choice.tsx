"use client";

import Link from "next/link";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { ESCALATION_FIELD } from "#core/monitor/monitor-form.ts";

type Props = { policies: readonly { policyId: number; name: string }[]; value: string | undefined; error: string | undefined };

/** By which escalation policy the monitor is told of. */
export default function PolicyChoice({ policies, value, error }: Props) {
  const hint = (
    <>
      Who is told in which order: see{" "}
      <Link className="link" href="/policies">
        Policies
      </Link>
      .
    </>
  );
  return (
    <Field label="Escalation policy" name={ESCALATION_FIELD} hint={hint} error={error}>
      {(control) => (
        <Select {...control} defaultValue={value}>
          <option value="">by its tags, else the team’s default</option>
          {policies.map(({ policyId, name }) => (
            <option key={policyId} value={policyId}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
