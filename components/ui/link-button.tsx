import type { VariantProps } from "class-variance-authority";
import Link from "next/link";
import type { ComponentProps } from "react";
import { buttonStyle } from "./button.tsx";

/** A link that looks like a button, for going somewhere rather than doing something. */
export function LinkButton({ variant, size, className, ...rest }: ComponentProps<typeof Link> & VariantProps<typeof buttonStyle>) {
  return <Link className={buttonStyle({ variant, size, className })} {...rest} />;
}
