import type { ExternalToast } from "sonner";

type Options = Pick<ExternalToast, "action"> & { isError?: boolean };

let isWanted = false;
let sayReady = () => {};
const isReady = new Promise<void>((resolve) => (sayReady = resolve));
const listeners = new Set<() => void>();

/** Shows a short notice. What shows it is only loaded for the first one: most pages never need it. */
export async function toast(text: string, { isError, ...options }: Options = {}): Promise<void> {
  isWanted = true;
  for (const listener of listeners) listener();
  const [sonner] = await Promise.all([import("sonner"), isReady]);
  (isError ? sonner.toast.error : sonner.toast)(text, options);
}

/** Whether any notice was asked for yet, for the place where they appear. */
export const toastWanted = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  read: () => isWanted,
  onReady: () => sayReady(),
};
