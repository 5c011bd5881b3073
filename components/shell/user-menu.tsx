"use client";

import { CircleUser, Inbox, LogOut, Menu, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuItem, MenuLabel, MenuSeparator } from "#components/ui/dropdown-menu.tsx";
import { isWithin, NAV_ITEMS } from "./nav-items.ts";
import { ThemeChoice } from "./theme-choice.tsx";

type Props = { email: string; teamName: string; hasMailbox: boolean; signOut: () => Promise<void> };

/** Who is signed in, and the way out. */
export function UserMenu(props: Props) {
  return (
    <div className="hidden sm:block">
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="sm" aria-label={`Account of ${props.email}`} className="w-9 px-0">
            <CircleUser aria-hidden />
          </Button>
        }
      >
        <Account {...props}>
          <MenuItem asChild>
            <Link href="/settings">
              <Settings aria-hidden /> Settings
            </Link>
          </MenuItem>
        </Account>
      </DropdownMenu>
    </div>
  );
}

/** On a phone, everything of the bar in one menu. */
export function PhoneMenu(props: Props) {
  const path = usePathname();
  return (
    <div className="sm:hidden">
      <DropdownMenu
        trigger={
          <Button variant="ghost" size="md" aria-label="Menu" className="w-10 px-0">
            <Menu aria-hidden />
          </Button>
        }
      >
        {NAV_ITEMS.map((item) => (
          <MenuItem key={item.href} asChild>
            <Link
              href={item.href}
              aria-current={isWithin(path, item) ? "page" : undefined}
              className="aria-[current=page]:font-semibold"
            >
              {item.label}
            </Link>
          </MenuItem>
        ))}
        <MenuSeparator />
        <ThemeChoice />
        <MenuSeparator />
        <Account {...props} />
      </DropdownMenu>
    </div>
  );
}

function Account({ email, teamName, hasMailbox, signOut, children }: Props & { children?: ReactNode }) {
  return (
    <>
      <MenuLabel>
        <span className="block font-medium text-text">{email}</span>
        {teamName}
      </MenuLabel>
      {children}
      {hasMailbox && (
        <MenuItem asChild>
          <Link href="/mailbox">
            <Inbox aria-hidden /> Mailbox
          </Link>
        </MenuItem>
      )}
      <MenuItem onSelect={() => void signOut()}>
        <LogOut aria-hidden /> Sign out
      </MenuItem>
    </>
  );
}
