"use client";

import Link from "next/link";
import { useEffect, useState, type ReactNode } from "react";
import { InboundAddress } from "#components/mailflow/inbound-address.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import type { FlowStep, StepPlace } from "#core/mailflow/flow.ts";
import type { InboundPlace } from "#core/mailflow/inbound-place.ts";
import { isWrong, markSteps, type MarkedStep } from "#core/mailflow/marked-steps.ts";
import { addStep, moveStep, removeStep, renameServer, setInScript } from "#core/script/edit-script.ts";
import type { FieldValue } from "#core/script/field-text.ts";
import { outlineOf, secretsOf, STEP_LISTS, type Outline, type Written } from "#core/script/outline.ts";
import { receivesMail } from "#core/script/receives-mail.ts";
import { ReadyMadeChoice } from "./ready-made-choice.tsx";
import { ScriptField } from "./script-field.tsx";
import { ScriptProblems } from "./script-problems.tsx";
import { ScriptSecrets } from "./script-secrets.tsx";
import { ScriptText } from "./script-text.tsx";
import { ServerCards } from "./server-cards.tsx";
import { StepCards, type StepChanges } from "./step-cards.tsx";
import { TrialSoFar } from "./trial-so-far.tsx";
import { useProblems, type CheckScript } from "./use-problems.ts";
import { useWrongInSight } from "./use-wrong-in-sight.ts";

/** A script as it was when it was tried, its steps that are over, and whether another one runs. */
export type Tried = { script: string; steps: readonly FlowStep[]; isRunning: boolean };

export type ScriptEditorProps = {
  opening: string;
  errors: Record<string, string>;
  /** Whether passwords are stored that may stay. */
  isStored: boolean;
  inbound: InboundPlace;
  check: CheckScript;
  tried: Tried | null;
};

type View = "cards" | "text";

/** A script in two views that show the same: cards, and its text. The text is what is kept; a card writes into it. */
export default function ScriptEditor({ opening, errors, isStored, inbound, check, tried }: ScriptEditorProps) {
  const [text, setOnlyText] = useState(opening);
  const outline = outlineOf(text);
  // Those of the last text that was YAML: a typed password must not go with each slip of the pen.
  const [names, setNames] = useState(() => (outline === null ? [] : secretsOf(outline)));
  const [stored] = useState(isStored ? names : []);
  const setText = (changed: string) => {
    const now = outlineOf(changed);
    setOnlyText(changed);
    if (now !== null) setNames(secretsOf(now));
  };
  const [view, setView] = useState<View>("cards");
  const [shown, setShown] = useState<{ line: number } | null>(null);
  const { problems, isKnown } = useProblems(text, check);
  const marked = outline !== null && tried?.script === text ? markSteps(outline, tried) : [];
  const wrong = marked.find(isWrong);
  useWrongInSight(wrong && `${wrong.list} ${wrong.index}`);
  const showLine = (line: number) => {
    setView("text");
    setShown({ line });
  };
  return (
    <div className="grid gap-5">
      <input type="hidden" name="script" value={text} />
      {text === "" ? (
        <>
          <ReadyMadeChoice write={setText} />
          <Button variant="ghost" className="justify-self-start" onClick={() => setText(EMPTY)}>
            Begin with an empty script
          </Button>
        </>
      ) : (
        <section aria-label="Script" className="grid min-w-0 gap-4">
          <ViewChoice view={view} choose={setView} />
          <p className="text-sm text-muted">
            Both show the same script.{" "}
            <Link className="link" href="/docs/scripts" target="_blank">
              How a script is written
            </Link>
          </p>
          {errors.script && !errors.script.startsWith("Line ") && <FieldError>{errors.script}</FieldError>}
          <ScriptProblems problems={problems} isKnown={isKnown} show={showLine} />
          {receivesMail(text) && <InboundAddress {...inbound} />}
          <TrialSoFar marked={marked} showLine={showLine} />
          {view === "text" && <ScriptText text={text} setText={setText} problems={problems} marked={marked} shown={shown} />}
          {view === "cards" &&
            (outline === null ? (
              <Alert tone="warning" title="The text cannot be shown as cards">
                It is no YAML with keys and values. Mend it in the text first.
              </Alert>
            ) : (
              <Cards text={text} setText={setText} outline={outline} marked={marked} problems={problems} />
            ))}
          {names.length > 0 && <ScriptSecrets names={names} stored={stored} error={errors.secrets} />}
          <details>
            <summary className="min-h-6 text-sm text-muted">Begin anew with a ready-made script</summary>
            <div className="grid gap-3 pt-3">
              <p className="text-sm text-muted">It replaces the script above.</p>
              <ReadyMadeChoice write={setText} />
            </div>
          </details>
        </section>
      )}
      {text === "" && errors.script && <FieldError>Choose what the script begins with.</FieldError>}
    </div>
  );
}

const EMPTY = "version: 1\ndeadline: 1m\n\nservers:\n\nsteps:\n";

function ViewChoice({ view, choose }: { view: View; choose: (view: View) => void }) {
  return (
    <div role="group" aria-label="View of the script" className="flex gap-1 border-b border-line">
      {(["cards", "text"] as const).map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={view === each}
          onClick={() => choose(each)}
          className="-mb-px min-h-9 border-b-2 border-transparent px-3 font-medium text-muted -outline-offset-2 hover:text-text aria-pressed:border-accent aria-pressed:text-text"
        >
          {each === "cards" ? "Cards" : "Text"}
        </button>
      ))}
    </div>
  );
}

type CardsProps = {
  text: string;
  setText: (text: string) => void;
  outline: Outline;
  marked: readonly MarkedStep[];
  problems: ReturnType<typeof useProblems>["problems"];
};

function Cards({ text, setText, outline, marked, problems }: CardsProps) {
  const [open, setOpen] = useState<StepPlace | null>(null);
  const [focus, setFocus] = useState<string[]>([]);
  useEffect(() => {
    const buttons = focus.map((id) => document.querySelector<HTMLButtonElement>(`#${id}`));
    buttons.find((button) => button !== null && !button.disabled)?.focus();
  }, [focus]);
  const servers = (protocol: string) =>
    outline.servers.filter(({ server }) => server.protocol === protocol).map(({ name }) => name);
  const changes: StepChanges = {
    add: (place, step) => {
      setText(addStep(text, place, withServer(step, servers)));
      setOpen(place);
      setFocus([`${place.list}-${place.index}-open`]);
    },
    move: (place, to) => {
      setText(moveStep(text, place, to));
      setOpen(null);
      const way = to < place.index ? ["up", "down"] : ["down", "up"];
      setFocus(way.map((each) => `${place.list}-${to}-${each}`));
    },
    remove: (place) => {
      setText(removeStep(text, place));
      setOpen(null);
      setFocus([place.index, place.index - 1].map((index) => `${place.list}-${index}-remove`));
    },
    write: ({ list, index }, path, value) => setText(setInScript(text, [list, index, ...path], value)),
  };
  const writeServer = (name: string, path: readonly string[], value: FieldValue | undefined) =>
    setText(setInScript(text, ["servers", name, ...path], value));
  return (
    <>
      <Part title="Servers">
        <ServerCards
          servers={outline.servers}
          problems={problems}
          rename={(from, to) => setText(renameServer(text, from, to))}
          write={writeServer}
          add={(name, server) => writeServer(name, [], server as FieldValue)}
        />
      </Part>
      {STEP_LISTS.map((list) => (
        <Part key={list} title={list === "steps" ? "Steps" : "Always done, however the steps end"}>
          <StepCards
            list={list}
            steps={outline[list]}
            open={open}
            setOpen={setOpen}
            text={text}
            markOf={(place) => marked.find(({ list, index }) => list === place.list && index === place.index)?.mark}
            problems={problems}
            serversOf={servers}
            changes={changes}
          />
        </Part>
      ))}
      <ScriptField
        field={{ path: ["deadline"], as: "time", label: "Time for the whole script", hint: "Such as 2m; at most 5m" }}
        id="script-deadline"
        value={outline.deadline}
        serversOf={() => []}
        write={(path, value) => setText(setInScript(text, path, value))}
      />
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-2">
      <h2 className="text-sm font-medium">{title}</h2>
      {children}
    </section>
  );
}

/** A new connection goes to the one server there is for it. */
function withServer(step: Written, servers: (protocol: string) => string[]): { [key: string]: FieldValue } {
  const protocol = ["smtp", "imap", "pop3"].find((each) => Object.hasOwn(step, each));
  const filled = protocol !== undefined && "server" in step ? { ...step, server: servers(protocol)[0] ?? "" } : step;
  return filled as { [key: string]: FieldValue };
}
