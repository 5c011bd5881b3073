import type { ReactNode } from "react";
import { AccountPage } from "#components/account/account-page.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Time } from "#components/ui/time.tsx";

type Props = {
  teamName: string;
  address: string;
  /** By which roads the team sends there: "E-mail", "SMS". */
  roads: string[];
  /** Whether it sends test messages there. */
  isTested: boolean;
  revokedAt: Date | null;
  /** Where the buttons send the word to. */
  formHref: string;
};

/** What a team sends to an address, and the button by which whoever reads it stops that, or allows it again. */
export function RevokeForm(props: Props) {
  return props.revokedAt === null ? <Stop {...props} /> : <Allow {...props} at={props.revokedAt} />;
}

function Stop({ teamName, address, roads, isTested, formHref }: Props) {
  return (
    <AccountPage
      title="Stop these messages?"
      intro={
        <p>
          {teamName} has Ehlowatch send to <span className="font-medium text-text">{address}</span>.
        </p>
      }
      otherwise={<p>Mail about an account of your own, such as a link to choose a new password, comes all the same.</p>}
    >
      <div className="grid gap-2">
        <p>Nothing of this comes any more:</p>
        <ul className="grid list-disc gap-1 pl-5">
          {isTested && <li>messages that test whether mail arrives</li>}
          {(roads.length > 0 || !isTested) && (
            <>
              <li>alerts of outages and recoveries, and digests of them</li>
              <li>word of changes, and of other channels of the team</li>
            </>
          )}
          <li>tests, and codes that confirm the address</li>
        </ul>
        {roads.length > 0 && <p className="text-muted">It came by: {roads.join(", ")}.</p>}
      </div>
      <WishForm formHref={formHref} wish="revoke">
        <Button type="submit" variant="primary" size="lg">
          Stop sending me these
        </Button>
      </WishForm>
      <p className="text-muted">The team is told that you did. You can allow it again, here.</p>
    </AccountPage>
  );
}

function Allow({ teamName, address, formHref, at }: Props & { at: Date }) {
  return (
    <AccountPage title="Nothing more is sent to you">
      <Alert tone="success">
        Nothing of {teamName} is sent to {address} any more. You stopped it <Time at={at} zone="UTC" />.
      </Alert>
      <p className="text-muted">
        Where you did not mean it, allow it again. The team can then have a code sent to you, and everything else once it is
        entered.
      </p>
      <WishForm formHref={formHref} wish="allow">
        <Button type="submit" size="lg">
          Allow it again
        </Button>
      </WishForm>
    </AccountPage>
  );
}

/** A plain form, so that it works in whatever opens a link from a mail. */
function WishForm({ formHref, wish, children }: { formHref: string; wish: "revoke" | "allow"; children: ReactNode }) {
  return (
    <form method="post" action={formHref} className="grid">
      <input type="hidden" name="wish" value={wish} />
      {children}
    </form>
  );
}
