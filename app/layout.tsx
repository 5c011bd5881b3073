import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { StyleNonce } from "#components/shell/style-nonce.tsx";
import { ThemeProvider } from "#components/shell/theme-provider.tsx";
import { StatusIcons } from "#components/ui/status-icons.tsx";
import { Toaster } from "#components/ui/toaster.tsx";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Ehlowatch", template: "%s · Ehlowatch" },
  description: "Watches mail servers the way a mail client meets them, and says which step failed and why.",
};

export const viewport: Viewport = { colorScheme: "light dark" };

/** Reading the nonce makes every page dynamic, which a policy with a nonce needs. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en" className={`${GeistSans.variable} ${GeistMono.variable}`} suppressHydrationWarning>
      <body className="font-sans">
        <StyleNonce />
        <StatusIcons />
        <ThemeProvider nonce={nonce}>
          {children}
          <Toaster />
        </ThemeProvider>
      </body>
    </html>
  );
}
