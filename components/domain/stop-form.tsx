import { AccountPage } from "#components/account/account-page.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";

type Props = {
  domain: string;
  teamName: string;
  address: string;
  /** Whether it is still sent. */
  isOn: boolean;
  /** Where the button sends the word to. */
  formHref: string;
};

/** The button by which whoever reads a monthly mail stops it. A plain form, so that it works in whatever opens a link from a mail. */
export function StopForm({ domain, teamName, address, isOn, formHref }: Props) {
  if (!isOn) {
    return (
      <AccountPage title="The monthly mail is stopped">
        <Alert tone="success">
          No mail about the months of {domain} is sent to {address} any more. Alerts are sent as before.
        </Alert>
        <p className="text-muted">Somebody of {teamName} can choose the address again, on the page of the report.</p>
      </AccountPage>
    );
  }
  return (
    <AccountPage
      title="Stop the monthly mail?"
      intro={
        <p>
          {teamName} has Ehlowatch send a mail about each month of <span className="font-medium text-text">{domain}</span> to{" "}
          <span className="font-medium text-text">{address}</span>.
        </p>
      }
      otherwise={<p>Alerts of outages are sent as before: their own mails have a link to stop them.</p>}
    >
      <form method="post" action={formHref} className="grid">
        <Button type="submit" variant="primary" size="lg">
          Stop the monthly mail
        </Button>
      </form>
    </AccountPage>
  );
}
