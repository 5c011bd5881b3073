"use client";

import { cx } from "class-variance-authority";
import type * as Radix from "radix-ui/dropdown-menu";
import { Slot } from "radix-ui/slot";
import {
  createContext,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";

const ITEM_STYLE =
  "flex min-h-9 w-full cursor-pointer items-center gap-2.5 rounded px-2.5 text-left outline-none select-none data-disabled:cursor-not-allowed data-disabled:opacity-50 data-highlighted:bg-accent-soft [&_svg]:size-4 [&_svg]:shrink-0";

type Parts = typeof Radix;
const MenuParts = createContext<Parts | null>(null);

type Props = { trigger: ReactNode; children: ReactNode; align?: "start" | "end" };

/**
 * A menu that opens from its trigger; arrow keys, Home, End and letters move in it. What it is made of is a seventh of all JavaScript, and most pages are
 * left without it: it is fetched when somebody comes near the trigger.
 */
export function DropdownMenu({ trigger, children, align = "end" }: Props) {
  const button = useRef<HTMLButtonElement>(null);
  const [buttonId, contentId] = [useId(), useId()];
  const [parts, setParts] = useState<Parts | null>(null);
  const [isOpen, setOpen] = useState(false);
  const early = useRef<string | null>(null);
  const isLeft = useRef(false);
  const fetchParts = () => {
    if (parts === null) void import("radix-ui/dropdown-menu").then(setParts);
  };
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    fetchParts();
    setOpen(!isOpen);
    if (!isOpen) event.preventDefault(); // the menu gets the focus
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!["Enter", " ", "ArrowDown"].includes(event.key)) return;
    event.preventDefault();
    if (parts === null) early.current = event.key;
    else setOpen(event.key === "ArrowDown" || !isOpen);
  };
  // A key that was faster is pressed once more: only of one that the menu sees does it know that its first entry is to have the focus.
  useEffect(() => {
    if (parts === null || early.current === null) return;
    button.current?.dispatchEvent(new window.KeyboardEvent("keydown", { key: early.current, bubbles: true }));
    early.current = null;
  }, [parts]);

  return (
    <span className="relative inline-flex">
      <Slot
        ref={button}
        id={buttonId}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? contentId : undefined}
        onPointerEnter={fetchParts}
        onFocus={fetchParts}
        onPointerDown={onPointerDown}
        onKeyDown={onKeyDown}
      >
        {trigger}
      </Slot>
      {parts && (
        <MenuParts value={parts}>
          <parts.Root open={isOpen} onOpenChange={setOpen} modal={false}>
            <parts.Trigger asChild>
              <span aria-hidden className="pointer-events-none absolute inset-0" />
            </parts.Trigger>
            <parts.Portal>
              <parts.Content
                id={contentId}
                aria-labelledby={buttonId}
                align={align}
                sideOffset={6}
                collisionPadding={8}
                className="z-50 min-w-48 rounded-lg border border-line bg-surface p-1 shadow-lg"
                onInteractOutside={() => (isLeft.current = true)}
                onCloseAutoFocus={(event) => {
                  event.preventDefault();
                  if (!isLeft.current) button.current?.focus();
                  isLeft.current = false;
                }}
              >
                {children}
              </parts.Content>
            </parts.Portal>
          </parts.Root>
        </MenuParts>
      )}
    </span>
  );
}

/** What a menu is made of: its entries are there only once it is. */
function useParts(): Parts {
  const parts = useContext(MenuParts);
  if (parts === null) throw new Error("An entry stands outside of a menu.");
  return parts;
}

type ItemProps = { children: ReactNode; onSelect?: () => void; danger?: boolean; disabled?: boolean; asChild?: boolean };

/** One thing to do. With `asChild` its child (a link, a submit button) is the item. */
export function MenuItem({ children, onSelect, danger, disabled, asChild }: ItemProps) {
  const { Item } = useParts();
  return (
    <Item asChild={asChild} disabled={disabled} onSelect={onSelect} className={cx(ITEM_STYLE, danger && "text-danger")}>
      {children}
    </Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  const { Label } = useParts();
  return <Label className="px-2.5 py-2 text-sm wrap-anywhere text-muted">{children}</Label>;
}

export function MenuSeparator() {
  const { Separator } = useParts();
  return <Separator className="-mx-1 my-1 h-px bg-line" />;
}

type ChoiceProps = {
  value: string;
  onChange: (value: string) => void;
  options: { value: string; label: string; icon?: ReactNode }[];
};

/** One of several, the chosen one marked. */
export function MenuChoice({ value, onChange, options }: ChoiceProps) {
  const { ItemIndicator, RadioGroup, RadioItem } = useParts();
  return (
    <RadioGroup value={value} onValueChange={onChange}>
      {options.map((option) => (
        <RadioItem key={option.value} value={option.value} className={ITEM_STYLE}>
          {option.icon}
          <span className="flex-1">{option.label}</span>
          <ItemIndicator className="text-accent">✓</ItemIndicator>
        </RadioItem>
      ))}
    </RadioGroup>
  );
}
