"use client";

import { setNonce } from "get-nonce";

// Dialogs add a style element while they are open (to hold the page still); it has to carry the nonce of this document.
if (typeof document !== "undefined") setNonce(document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "");

/** Renders nothing: loading it is what counts. */
export function StyleNonce() {
  return null;
}
