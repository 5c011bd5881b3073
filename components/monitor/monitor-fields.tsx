"use client";

import { useRef } from "react";
import { Field } from "#components/ui/field.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import type { FormState } from "#core/form-state.ts";
import { intervalText } from "#core/interval-text.ts";
import { TLS_WORDS } from "#core/monitor-form-words.ts";
import { CONFIRMATION_CHOICES, CUSTOM_INTERVAL, PRESET_INTERVALS_S, usualPort } from "#core/monitor-form.ts";
import type { TlsMode } from "#core/monitor.ts";

const TLS_CHOICES = Object.keys(TLS_WORDS) as TlsMode[];

const PORTS_OF_HABIT = ["", "25", "465"];

/** What is watched: the server, its port and how the check uses TLS. Choosing a TLS mode suggests its port. */
export function TargetFields({ values, errors }: FormState) {
  const port = useRef<HTMLInputElement>(null);
  const suggestPort = (tls: string) => {
    const mode = TLS_CHOICES.find((each) => each === tls);
    if (mode && port.current && PORTS_OF_HABIT.includes(port.current.value.trim())) port.current.value = usualPort(mode);
  };
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_7rem]">
        <Field label="Host" name="host" hint="A name or an IP address" error={errors.host}>
          {(control) => (
            <TextInput
              mono
              {...control}
              defaultValue={values.host}
              placeholder="mx1.example.com"
              autoComplete="off"
              autoCapitalize="none"
              spellCheck={false}
            />
          )}
        </Field>
        <Field label="Port" name="port" error={errors.port}>
          {(control) => (
            <TextInput mono {...control} ref={port} inputMode="numeric" defaultValue={values.port} autoComplete="off" />
          )}
        </Field>
      </div>
      <Field
        label="TLS"
        name="tls"
        hint="Servers talk to each other on port 25, programs that send mail on 465 or 587."
        error={errors.tls}
      >
        {(control) => (
          <Select {...control} defaultValue={values.tls} onChange={(event) => suggestPort(event.target.value)}>
            {TLS_CHOICES.map((mode) => (
              <option key={mode} value={mode}>
                {TLS_WORDS[mode]}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field
        label="EHLO name"
        name="ehloName"
        hint="The name the check says hello with. Best is the name its address has in DNS."
        error={errors.ehloName}
      >
        {(control) => (
          <TextInput mono {...control} defaultValue={values.ehloName} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        )}
      </Field>
    </>
  );
}

/** How often and how patiently: presets for the interval, and any other number of seconds. */
export function PolicyFields({ values, errors }: FormState) {
  return (
    <>
      <div className="group grid items-start gap-5 sm:grid-cols-2">
        <Field label="Check" name="interval" error={errors.interval}>
          {(control) => (
            <Select {...control} defaultValue={values.interval}>
              {PRESET_INTERVALS_S.map((intervalS) => (
                <option key={intervalS} value={intervalS}>
                  {intervalText(intervalS)}
                </option>
              ))}
              <option value={CUSTOM_INTERVAL}>another interval</option>
            </Select>
          )}
        </Field>
        <div className="hidden group-has-[option[value=custom]:checked]:block">
          <Field label="Interval in seconds" name="customIntervalS" hint="From 10 to 86400" error={errors.customIntervalS}>
            {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.customIntervalS} autoComplete="off" />}
          </Field>
        </div>
      </div>
      <div className="grid items-start gap-5 sm:grid-cols-2">
        <Field
          label="Time limit in seconds"
          name="timeLimitS"
          hint="For the whole dialogue, from 1 to 30"
          error={errors.timeLimitS}
        >
          {(control) => <TextInput {...control} inputMode="numeric" defaultValue={values.timeLimitS} autoComplete="off" />}
        </Field>
        <Field
          label="Confirmations"
          name="confirmations"
          hint="Checks, 10 s apart, that must agree before a change counts"
          error={errors.confirmations}
        >
          {(control) => (
            <Select {...control} defaultValue={values.confirmations}>
              {CONFIRMATION_CHOICES.map((count) => (
                <option key={count} value={count}>
                  {count === 0 ? "none, the first check counts" : count}
                </option>
              ))}
            </Select>
          )}
        </Field>
      </div>
    </>
  );
}
