import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { DIALOGUE_KINDS } from "#core/check/stage.ts";
import { fieldText, valueAt, type FieldValue } from "#core/script/field-text.ts";
import type { Outline, Written } from "#core/script/outline.ts";
import type { ScriptProblem } from "#core/script/script-problem.ts";
import { freshServer, SERVER_FIELDS } from "#core/script/server-form.ts";
import { Card } from "./card.tsx";
import { ScriptField } from "./script-field.tsx";
import { CardButton } from "./step-cards.tsx";

type Props = {
  servers: Outline["servers"];
  problems: readonly ScriptProblem[];
  rename: (from: string, to: string) => void;
  write: (name: string, path: readonly string[], value: FieldValue | undefined) => void;
  add: (name: string, server: Written) => void;
};

/** The servers of a script as cards. */
export function ServerCards({ servers, problems, rename, write, add }: Props) {
  const [open, setOpen] = useState<number | null>(null);
  const names = servers.map(({ name }) => name);
  return (
    <div className="grid gap-2">
      {servers.length > 0 && (
        <ul aria-label="Servers" className="divide-y divide-line overflow-hidden rounded-md border border-line">
          {servers.map(({ name, server }, index) => {
            const id = `server-${index}`;
            return (
              <Card
                key={index}
                id={id}
                title={name}
                about={["protocol", "host", "port"].map((part) => fieldText({ as: "wire" }, server[part]) || "?").join(" ")}
                isOpen={open === index}
                toggle={() => setOpen(open === index ? null : index)}
                problems={problems.filter(({ path }) => path[0] === "servers" && path[1] === name).map(({ message }) => message)}
                actions={
                  <CardButton id={`${id}-remove`} label={`Take the server ${name} out`} press={() => write(name, [], undefined)}>
                    <X aria-hidden />
                  </CardButton>
                }
              >
                <ServerName id={`${id}-name`} name={name} taken={names} rename={(to) => rename(name, to)} />
                {SERVER_FIELDS.map((field) => (
                  <ScriptField
                    key={field.path.join(".")}
                    field={field}
                    id={`${id}-${field.path.join("-")}`}
                    value={valueAt(server, field.path)}
                    serversOf={() => []}
                    write={(path, value) => write(name, path, value)}
                  />
                ))}
              </Card>
            );
          })}
        </ul>
      )}
      <div className="flex flex-wrap gap-2">
        {DIALOGUE_KINDS.map((protocol) => (
          <Button
            key={protocol}
            size="sm"
            onClick={() => {
              add(freeName(protocol, names), freshServer(protocol));
              setOpen(servers.length);
            }}
          >
            <Plus aria-hidden />
            {protocol.toUpperCase()} server
          </Button>
        ))}
      </div>
    </div>
  );
}

type NameProps = { id: string; name: string; taken: readonly string[]; rename: (to: string) => void };

/** The name by which steps call a server: changed everywhere at once, as long as it is one and no other server has it. */
function ServerName({ id, name, taken, rename }: NameProps) {
  const [draft, setDraft] = useState<string | null>(null);
  return (
    <Field label="Name" name={id} id={id} hint="By which the steps call it: small letters, digits and _">
      {(control) => (
        <TextInput
          {...control}
          mono
          value={draft ?? name}
          onChange={({ target: { value } }) => {
            setDraft(value);
            if (/^[a-z][a-z0-9_]{0,31}$/.test(value) && !taken.includes(value)) rename(value);
          }}
          onBlur={() => setDraft(null)}
        />
      )}
    </Field>
  );
}

function freeName(wanted: string, taken: readonly string[]): string {
  const numbered = [wanted, ...taken.map((_, index) => `${wanted}${index + 2}`)];
  return numbered.find((each) => !taken.includes(each))!;
}
