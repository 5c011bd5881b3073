import { useRef } from "react";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import type { FormState } from "#core/form-state.ts";
import { TLS_WORDS } from "#core/monitor-form-words.ts";
import { usualPort } from "#core/monitor-form.ts";
import type { TlsMode } from "#core/monitor.ts";

const PORTS_OF_HABIT = ["", "25", "465"];

/** What is watched: the server, its port and how the check uses TLS. Choosing a TLS mode suggests its port. */
export function TargetFields({ values, errors }: FormState) {
  const port = useRef<HTMLInputElement>(null);
  const suggestPort = (mode: TlsMode) => {
    if (port.current && PORTS_OF_HABIT.includes(port.current.value.trim())) port.current.value = usualPort(mode);
  };
  return (
    <>
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_7rem]">
        <WireField
          label="Host"
          name="host"
          value={values.host}
          placeholder="mx1.example.com"
          hint="A name or an IP address"
          error={errors.host}
        />
        <WireField label="Port" name="port" value={values.port} ref={port} inputMode="numeric" error={errors.port} />
      </div>
      <ChoiceField
        label="TLS"
        name="tls"
        words={TLS_WORDS}
        value={values.tls}
        hint="Servers talk to each other on port 25, programs that send mail on 465 or 587."
        error={errors.tls}
        onChange={({ target }) => suggestPort(target.value as TlsMode)}
      />
      <WireField
        label="EHLO name"
        name="ehloName"
        value={values.ehloName}
        hint="The name the check says hello with. Best is the name its address has in DNS."
        error={errors.ehloName}
      />
    </>
  );
}
