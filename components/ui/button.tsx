import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui/slot";
import type { ComponentProps } from "react";

export const buttonStyle = cva(
  "inline-flex items-center justify-center gap-2 rounded-md border font-medium whitespace-nowrap select-none transition-colors duration-150 disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-not-allowed aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "border-transparent bg-accent text-on-accent hover:bg-accent-hover",
        secondary: "border-line bg-surface text-text hover:border-line-strong hover:bg-sunken",
        ghost: "border-transparent bg-transparent text-text hover:bg-accent-soft",
        danger: "border-transparent bg-danger text-on-danger hover:bg-danger-hover",
      },
      size: { sm: "h-8 px-3 text-sm", md: "h-10 px-4 text-base", lg: "h-12 px-6 text-lg" },
    },
    defaultVariants: { variant: "secondary", size: "md" },
  },
);

type Props = ComponentProps<"button"> & VariantProps<typeof buttonStyle> & { asChild?: boolean };

/** A button. With `asChild` its one child wears the looks instead. */
export function Button({ variant, size, asChild, className, type = "button", ...rest }: Props) {
  const looks = buttonStyle({ variant, size, className });
  return asChild ? <Slot className={looks} {...rest} /> : <button type={type} className={looks} {...rest} />;
}
