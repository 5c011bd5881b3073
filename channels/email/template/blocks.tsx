import type { ReactNode } from "react";
import { Button, Heading, Link, Text } from "react-email";
import { MONO, paint } from "./theme.ts";

type Content = { children: ReactNode };

/** Running text. `lead` is the first sentence, which may be all that is read. */
export function Paragraph({ children, lead, muted }: Content & { lead?: boolean; muted?: boolean }) {
  const size = lead ? { fontSize: "17px", lineHeight: "25px" } : { fontSize: "15px", lineHeight: "23px" };
  return (
    <Text {...paint({ text: muted ? "muted" : "text" }, { ...size, margin: "12px 0 0", wordBreak: "break-word" })}>{children}</Text>
  );
}

/** A few characters to be read off and typed in elsewhere. */
export function BigText({ children }: Content) {
  const looks = { fontFamily: MONO, fontSize: "32px", lineHeight: "40px", letterSpacing: "4px", margin: "16px 0 0" };
  return <Text {...paint({ text: "text" }, looks)}>{children}</Text>;
}

/** The title of a part. */
export function PartTitle({ children }: Content) {
  return (
    <Heading as="h2" {...paint({ text: "text" }, { fontSize: "15px", lineHeight: "22px", margin: "28px 0 0" })}>
      {children}
    </Heading>
  );
}

/** Something to show in monospace; a failed line is marked by colour and weight, and says so in its text. */
export type WireLine = { text: string; failed?: boolean };

/**
 * What went over the wire, or goes into a shell. A line too long for the screen goes on indented by `hang` characters; the line
 * break inside each block is what the plain text is made of.
 */
export function Wire({ lines, hang }: { lines: readonly WireLine[]; hang: number }) {
  const line = { display: "block", paddingLeft: `${hang}ch`, textIndent: `-${hang}ch` };
  const box = {
    fontFamily: MONO,
    fontSize: "13px",
    lineHeight: "20px",
    margin: "8px 0 0",
    padding: "10px 12px",
    borderWidth: "1px",
    borderStyle: "solid",
    borderRadius: "6px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  } as const;
  return (
    <pre {...paint({ text: "text", ground: "sunken", border: "line" }, box)}>
      {lines.map(({ text, failed }, index) => (
        <span
          key={index}
          {...(failed ? paint({ text: "down", ground: "downSoft" }, { ...line, fontWeight: 700 }) : { style: line })}
        >
          {`${text}\n`}
        </span>
      ))}
    </pre>
  );
}

/** The one thing to do, and beside it what else there is. */
export function Action({ href, children, beside }: Content & { href: string; beside?: { href: string; text: string } }) {
  return (
    <div style={{ margin: "24px 0 0" }}>
      <ButtonLink href={href} looks={paint({ text: "onAccent", ground: "accent", border: "accent" }, BUTTON)}>
        {children}
      </ButtonLink>
      {beside && (
        <ButtonLink href={beside.href} looks={paint({ text: "text", ground: "surface", border: "line" }, BUTTON)}>
          {beside.text}
        </ButtonLink>
      )}
    </div>
  );
}

/** In a block of its own, so that it has a line of its own in the plain text. */
function ButtonLink({ href, looks, children }: Content & { href: string; looks: ReturnType<typeof paint> }) {
  return (
    <div style={{ display: "inline-block", margin: "0 8px 8px 0" }}>
      <Button href={href} {...looks}>
        {children}
      </Button>
    </div>
  );
}

const BUTTON = {
  fontSize: "15px",
  fontWeight: 600,
  borderWidth: "1px",
  borderStyle: "solid",
  borderRadius: "6px",
  padding: "11px 19px",
} as const;

/** A link in running text. */
export function TextLink({ href, children }: Content & { href: string }) {
  return (
    <Link href={href} {...paint({ text: "accent" }, { textDecoration: "underline" })}>
      {children}
    </Link>
  );
}
