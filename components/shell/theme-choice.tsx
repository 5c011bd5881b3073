"use client";

import { Monitor, Moon, Sun, SunMoon } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "#components/ui/button.tsx";
import { DropdownMenu, MenuChoice } from "#components/ui/dropdown-menu.tsx";

const THEMES = [
  { value: "system", label: "As the system", icon: <Monitor aria-hidden /> },
  { value: "light", label: "Light", icon: <Sun aria-hidden /> },
  { value: "dark", label: "Dark", icon: <Moon aria-hidden /> },
];

/** The three themes, inside a menu. */
export function ThemeChoice() {
  const { theme = "system", setTheme } = useTheme();
  return <MenuChoice value={theme} onChange={setTheme} options={THEMES} />;
}

/** The three themes behind a button of their own. */
export function ThemeSwitch() {
  return (
    <DropdownMenu
      trigger={
        <Button variant="ghost" size="sm" aria-label="Theme" title="Theme" className="w-9 px-0">
          <SunMoon aria-hidden />
        </Button>
      }
    >
      <ThemeChoice />
    </DropdownMenu>
  );
}
