/** The looks of everything one types into or chooses from. 16 px on a phone, or its browser zooms in. */
export const CONTROL_STYLE =
  "w-full rounded-md border border-line-strong bg-surface text-lg text-text placeholder:text-muted sm:text-base disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted aria-invalid:border-danger aria-invalid:ring-1 aria-invalid:ring-danger";
