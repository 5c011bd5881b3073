"use client";

import type { VariantProps } from "class-variance-authority";
import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button, type buttonStyle } from "./button.tsx";

type Props = VariantProps<typeof buttonStyle> & { children: ReactNode; pendingText?: string; className?: string };

/** Sends the form around it, once: while the answer is on its way it says so and takes no second press. */
export function SubmitButton({ children, pendingText, variant = "primary", ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <Button type="submit" variant={variant} disabled={pending} {...rest}>
      {pending && pendingText ? pendingText : children}
    </Button>
  );
}
