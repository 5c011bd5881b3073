import Link from "next/link";
import { LinkButton } from "#components/ui/link-button.tsx";
import { AccountPage } from "./account-page.tsx";

/** What a link from a mail leads to once it is used up or out of date, or was cut in two by a mail program. */
export function LinkGone({ retryHref, retryText }: { retryHref: string; retryText: string }) {
  const otherwise = (
    <p>
      Used it already?{" "}
      <Link className="link" href="/sign-in">
        Sign in
      </Link>
    </p>
  );
  return (
    <AccountPage
      title="This link does not work any more"
      intro="Each link works once and for a limited time, and has to be whole: a mail program may have cut it in two."
      otherwise={otherwise}
    >
      <LinkButton href={retryHref} variant="primary">
        {retryText}
      </LinkButton>
    </AccountPage>
  );
}
