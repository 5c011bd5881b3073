"use client";

import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import type { FieldControl } from "./field.tsx";
import { TextInput } from "./text-input.tsx";

/** A password, or what else is secret, that can be looked at. It is kept while the form comes back with something wrong elsewhere, and never sent back by the server. */
export function PasswordInput({
  control,
  autoComplete,
  what = "password",
  placeholder,
}: {
  control: FieldControl;
  autoComplete: "current-password" | "new-password" | "off";
  what?: string;
  placeholder?: string;
}) {
  const [password, setPassword] = useState("");
  const [isShown, setIsShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <TextInput
        {...control}
        type={isShown ? "text" : "password"}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        placeholder={placeholder}
        className="pr-11"
        value={password}
        onChange={(event) => setPassword(event.target.value)}
      />
      <button
        type="button"
        aria-label={`${isShown ? "Hide" : "Show"} ${what}`}
        aria-pressed={isShown}
        onClick={() => setIsShown(!isShown)}
        className="absolute top-1 right-1 grid size-8 place-items-center rounded text-muted hover:text-text"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
