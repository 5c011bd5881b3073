"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { Dialog } from "#components/ui/dialog.tsx";
import { StatusMark } from "#components/ui/status-mark.tsx";
import { TextInput } from "#components/ui/text-input.tsx";
import { type Command, commandsOfPage, offered } from "./commands.ts";
import { type LookFor, useFound } from "./use-found.ts";

type Props = { lookFor: LookFor; close: () => void; showKeys: () => void };

/** Where one goes to a page or a monitor, or does what the open page can do, by typing a little of its name. */
export function Palette({ lookFor, close, showKeys }: Props) {
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const [ofPage] = useState(commandsOfPage);
  const found = useFound(typed, lookFor);
  const groups = offered(typed, ofPage, found ?? []);
  const commands = groups.flatMap((group) => group.commands);
  const chosen = Math.min(at, commands.length - 1);

  const run = ({ does }: Command) => {
    close();
    if (does === "show keys") showKeys();
    else if ("href" in does) router.push(does.href);
    else does.press.click();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined && commands.length > 0) setAt((chosen + by + commands.length) % commands.length);
    else if (event.key === "Enter" && commands[chosen]) run(commands[chosen]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="Go to or do" open onOpenChange={(open) => !open && close()}>
      <TextInput
        role="combobox"
        aria-expanded
        aria-controls="palette"
        aria-activedescendant={commands.length > 0 ? `palette-${chosen}` : undefined}
        aria-label="A page, a monitor or an action"
        placeholder="A page, a monitor or an action"
        autoComplete="off"
        maxLength={253}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id="palette" role="listbox" aria-label="What fits" className="-mx-2 h-72 overflow-y-auto">
        {groups.map(({ title, commands: ofGroup }) => (
          <div key={title} role="group" aria-label={title}>
            <p aria-hidden className="px-2 pt-2 pb-1 text-sm text-muted">
              {title}
            </p>
            {ofGroup.map((command) => {
              const place = commands.indexOf(command);
              return (
                <Line
                  key={`${command.label} ${command.monitor?.monitorId}`}
                  id={`palette-${place}`}
                  command={command}
                  isChosen={place === chosen}
                  choose={() => setAt(place)}
                  run={() => run(command)}
                />
              );
            })}
          </div>
        ))}
      </div>
      <p role="status" className="min-h-5 text-sm text-muted">
        {found === null && "Monitors cannot be looked for right now."}
        {found !== null && commands.length === 0 && "Nothing fits."}
        {commands.length > 0 && <span className="max-sm:hidden"> ↑ ↓ to choose, Enter to go.</span>}
      </p>
    </Dialog>
  );
}

type LineProps = { id: string; command: Command; isChosen: boolean; choose: () => void; run: () => void };

function Line({ id, command: { label, monitor }, isChosen, choose, run }: LineProps) {
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isChosen) line.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    <button
      ref={line}
      type="button"
      id={id}
      role="option"
      aria-selected={isChosen}
      tabIndex={-1}
      onPointerMove={choose}
      onClick={run}
      className="flex min-h-9 w-full items-center gap-2 rounded-md px-2 py-1.5 text-left aria-selected:bg-accent-soft"
    >
      {monitor && <StatusMark status={monitor.status} withWord={false} size="sm" />}
      <span className="min-w-0 truncate">{label}</span>
      {monitor && monitor.target !== label && (
        <span className="min-w-0 truncate font-mono text-sm text-muted">{monitor.target}</span>
      )}
    </button>
  );
}
