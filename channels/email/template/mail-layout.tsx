import type { ReactNode } from "react";
import { Body, Container, Head, Heading, Html, Preview, Text } from "react-email";
import { TextLink } from "./blocks.tsx";
import { paint, SANS, STYLE_SHEET } from "./theme.ts";

type Props = {
  title: string;
  /** The colour of the title: how bad the news is. */
  tone: "up" | "degraded" | "down" | "text";
  /** What an inbox shows beside the subject. */
  preview: string;
  /** Why this mail came, and what to do about it. */
  footer: ReactNode;
  /** Where its reader says that they want no more of them. */
  revokeUrl?: string | null;
  children: ReactNode;
};

/** The frame of every mail: one card, a title, small print. It loads nothing from anywhere. */
export function MailLayout({ title, tone, preview, footer, revokeUrl = null, children }: Props) {
  return (
    <Html lang="en">
      <Head>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{title}</title>
        <style>{STYLE_SHEET}</style>
      </Head>
      <Body {...paint({ ground: "ground", text: "text" }, { fontFamily: SANS, margin: 0, padding: "24px 12px" })}>
        <Preview useTitleTag={false}>{preview}</Preview>
        <Container
          {...paint(
            { ground: "surface", border: "line" },
            { maxWidth: "600px", borderWidth: "1px", borderStyle: "solid", borderRadius: "10px", padding: "28px 32px" },
          )}
          tdClassName="card-cell"
        >
          <Heading as="h1" {...paint({ text: tone }, { fontSize: "22px", lineHeight: "28px", margin: 0, wordBreak: "break-word" })}>
            {title}
          </Heading>
          {children}
        </Container>
        <Container style={{ maxWidth: "600px", padding: "0 16px" }}>
          <Text {...paint({ text: "muted" }, { fontSize: "12px", lineHeight: "18px" })}>{footer}</Text>
          {revokeUrl !== null && (
            <Text {...paint({ text: "muted" }, { fontSize: "12px", lineHeight: "18px" })}>
              <TextLink href={revokeUrl}>Stop sending me these</TextLink>
            </Text>
          )}
        </Container>
      </Body>
    </Html>
  );
}
