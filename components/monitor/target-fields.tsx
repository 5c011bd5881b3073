import { useRef } from "react";
import { ChoiceField } from "#components/ui/choice-field.tsx";
import { WireField } from "#components/ui/wire-field.tsx";
import { isDialogueKind, type DialogueKind, type MonitorKind } from "#core/check/stage.ts";
import type { FormState } from "#core/form/form-state.ts";
import { tlsWords } from "#core/monitor/monitor-form-words.ts";
import { isUsualPort, usualPort, usualTls } from "#core/monitor/monitor-form.ts";
import type { TlsMode } from "#core/monitor/monitor.ts";
import { KindChoice } from "./kind-choice.tsx";

type Props = FormState & {
  kind: MonitorKind;
  /** A monitor that exists keeps its kind. */
  isKindFixed: boolean;
};

const PORT_HINTS: Record<DialogueKind, string> = {
  smtp: "Servers talk to each other on port 25, programs that send mail on 465 or 587.",
  imap: "Mail programs use port 993 with TLS from the first byte, or 143 with STARTTLS.",
  pop3: "Mail programs use port 995 with TLS from the first byte, or 110 with STLS.",
};

/** What is watched: what the server speaks, where it is, and how the check uses TLS. Choosing a kind or a TLS mode suggests its port. */
export function TargetFields({ kind, isKindFixed, ...state }: Props) {
  const { values, errors } = state;
  const port = useRef<HTMLInputElement>(null);
  const suggestPort = (chosen: DialogueKind, mode: TlsMode) => {
    if (port.current && isUsualPort(port.current.value.trim())) port.current.value = usualPort(chosen, mode);
  };
  const suggest = (chosen: MonitorKind) => {
    if (!isDialogueKind(kind) || !isDialogueKind(chosen)) return; // the others name their servers in ways of their own
    const tls = port.current?.form?.elements.namedItem("tls");
    if (!(tls instanceof HTMLSelectElement)) return;
    if (tls.value === usualTls(kind)) tls.value = usualTls(chosen);
    suggestPort(chosen, tls.value as TlsMode);
  };
  const choice = isKindFixed ? <input type="hidden" name="kind" value={kind} /> : <KindChoice {...state} onChoose={suggest} />;
  if (!isDialogueKind(kind)) return choice;
  return (
    <>
      {choice}
      <div className="grid items-start gap-5 sm:grid-cols-[1fr_7rem]">
        <WireField
          label="Host"
          name="host"
          value={values.host}
          placeholder={kind === "smtp" ? "mx1.example.com" : `${kind}.example.com`}
          hint="A name or an IP address"
          error={errors.host}
        />
        <WireField label="Port" name="port" value={values.port} ref={port} inputMode="numeric" error={errors.port} />
      </div>
      <ChoiceField
        label="TLS"
        name="tls"
        words={tlsWords(kind)}
        value={values.tls}
        hint={PORT_HINTS[kind]}
        error={errors.tls}
        onChange={({ target }) => suggestPort(kind, target.value as TlsMode)}
      />
      {kind === "smtp" ? (
        <WireField
          label="EHLO name"
          name="ehloName"
          value={values.ehloName}
          hint="The name the check says hello with. Best is the name its address has in DNS."
          error={errors.ehloName}
        />
      ) : (
        <input type="hidden" name="ehloName" value={values.ehloName} />
      )}
    </>
  );
}
