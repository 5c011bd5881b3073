import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo.tsx";

/** What every page stands in: a way past the bar, the bar, the page, and its foot. `home` is where the name leads. */
export function PageFrame({ home, bar, foot, children }: { home: string; bar: ReactNode; foot?: ReactNode; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#content"
        className="fixed top-2 left-2 z-50 -translate-y-16 rounded-md bg-accent px-4 py-2 font-medium text-on-accent focus-visible:translate-y-0 print:hidden"
      >
        Skip to content
      </a>
      <header className="border-b border-line bg-surface print:hidden">
        <div className="mx-auto flex h-14 max-w-page items-center gap-6 px-4 sm:px-6">
          <Link href={home} className="flex rounded-md">
            <Logo />
          </Link>
          {bar}
        </div>
      </header>
      <main
        id="content"
        tabIndex={-1}
        className="mx-auto w-full max-w-page flex-1 px-4 py-6 outline-none sm:px-6 sm:py-8 print:p-0"
      >
        {children}
      </main>
      {foot && (
        <footer className="print:hidden border-t border-line text-sm">
          <div className="mx-auto flex max-w-page flex-wrap gap-x-6 gap-y-2 px-4 py-4 sm:px-6">{foot}</div>
        </footer>
      )}
    </div>
  );
}
