import { Fragment } from "react";
import { linkedText } from "#core/text/linked-text.ts";

/** What a person wrote, its line breaks kept and its web addresses to be followed. Where they lead is not told who sent them. */
export function LinkedText({ children }: { children: string }) {
  return (
    <p className="max-w-prose whitespace-pre-wrap wrap-anywhere">
      {linkedText(children).map(({ text, href }, index) =>
        href === undefined ? (
          <Fragment key={index}>{text}</Fragment>
        ) : (
          <a key={index} className="link" href={href} target="_blank" rel="noopener noreferrer nofollow ugc">
            {text}
          </a>
        ),
      )}
    </p>
  );
}
