"use client";

import { useEffect, useRef } from "react";

/**
 * The HTML of a mail. The frame has no origin and runs no script; a link in it opens in place of this page. It lives under this
 * page's policy, so its style sheet needs this document's nonce, and nothing is loaded from anywhere.
 */
export function HtmlFrame({ html, title }: { html: string; title: string }) {
  const frame = useRef<HTMLIFrameElement>(null);
  useEffect(() => {
    const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";
    const styled = html.replaceAll(/<style\b/gi, `<style nonce="${nonce}"`);
    const inPlace = styled.replaceAll(/(<a\b[^>]*?)\starget="[^"]*"/gi, "$1");
    frame.current!.srcdoc = `<base target="_top">${inPlace}`;
  }, [html]);
  return (
    <iframe
      ref={frame}
      title={title}
      sandbox="allow-top-navigation-by-user-activation"
      referrerPolicy="no-referrer"
      className="h-[70dvh] w-full rounded-md border border-line bg-[oklch(1_0_0)] scheme-light"
    />
  );
}
