import { Alert } from "#components/ui/alert.tsx";
import { Time } from "#components/ui/time.tsx";

type Props = {
  leadsTo: string;
  /** Whether it is the address of the viewer's own account. */
  isOwnAddress: boolean;
  at: Date;
  zone: string;
};

/** Why nothing is sent on a channel any more, and who can change that. */
export function RevokedNotice({ leadsTo, isOwnAddress, at, zone }: Props) {
  return (
    <Alert tone="warning" title="Revoked by its owner">
      <p>
        Whoever reads {leadsTo} has stopped <Time at={at} zone={zone} /> what your team sends there. Nothing is sent, no code
        either.
      </p>
      <p className="mt-1">
        {isOwnAddress
          ? "It is the address of your account: have a new code sent, and enter it."
          : "Only they can allow it again: by the link at the end of a mail they had from here. After that you can have a code sent."}
      </p>
    </Alert>
  );
}
