"use client";

import { cx } from "class-variance-authority";
import * as RadixMenu from "radix-ui/dropdown-menu";
import type { ReactNode } from "react";

const ITEM_STYLE =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded px-2.5 text-left outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0";

/** A menu that opens from its trigger; arrow keys, Home, End and letters move in it. */
export function DropdownMenu({
  trigger,
  children,
  align = "end",
}: {
  trigger: ReactNode;
  children: ReactNode;
  align?: "start" | "end";
}) {
  return (
    <RadixMenu.Root modal={false}>
      <RadixMenu.Trigger asChild>{trigger}</RadixMenu.Trigger>
      <RadixMenu.Portal>
        <RadixMenu.Content
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 min-w-48 rounded-lg border border-line bg-surface p-1 shadow-lg"
        >
          {children}
        </RadixMenu.Content>
      </RadixMenu.Portal>
    </RadixMenu.Root>
  );
}

type ItemProps = { children: ReactNode; onSelect?: () => void; danger?: boolean; disabled?: boolean; asChild?: boolean };

/** One thing to do. With `asChild` its child (a link, a submit button) is the item. */
export function MenuItem({ children, onSelect, danger, disabled, asChild }: ItemProps) {
  return (
    <RadixMenu.Item asChild={asChild} disabled={disabled} onSelect={onSelect} className={cx(ITEM_STYLE, danger && "text-danger")}>
      {children}
    </RadixMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return <RadixMenu.Label className="px-2.5 py-2 text-sm wrap-anywhere text-muted">{children}</RadixMenu.Label>;
}

export function MenuSeparator() {
  return <RadixMenu.Separator className="-mx-1 my-1 h-px bg-line" />;
}

type ChoiceProps = {
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string; icon?: ReactNode }[];
};

/** One of several, the chosen one marked. */
export function MenuChoice({ value, onChange, options }: ChoiceProps) {
  return (
    <RadixMenu.RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <RadixMenu.RadioItem key={option.value} value={option.value} className={ITEM_STYLE}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <RadixMenu.ItemIndicator className="text-accent">✓</RadixMenu.ItemIndicator>
        </RadixMenu.RadioItem>
      ))}
    </RadixMenu.RadioGroup>
  );
}
