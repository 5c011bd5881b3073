import { Alert } from "#components/ui/alert.tsx";
import { CopyText } from "#components/ui/copy-text.tsx";
import type { InboundPlace } from "#core/mailflow/inbound-place.ts";

/** Where mail for a monitor comes to us, to be copied; or what somebody has to set up first. */
export function InboundAddress({ domain, address }: InboundPlace) {
  if (domain === "") {
    return (
      <Alert tone="warning" title="No mail is received here yet">
        Whoever runs Ehlowatch sets <code>INBOUND_DOMAIN</code> to a domain whose MX record names its receiver. Until then{" "}
        <code>{"${inbound}"}</code> has no address, and a script that waits for mail there fails.
      </Alert>
    );
  }
  if (address === null) {
    return (
      <p className="text-sm text-muted wrap-anywhere">
        <code>{"${inbound}"}</code> will be an address of this monitor’s own at {domain}, shown on its page once it is saved. A
        trial has one of its own as well.
      </p>
    );
  }
  return (
    <div className="grid gap-2">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <code className="wrap-anywhere select-all">{address}</code>
        <CopyText text={address}>Copy address</CopyText>
      </p>
      <p className="text-sm text-muted">
        This is <code>{"${inbound}"}</code>: what your server sends there comes to us, for this monitor and while it is not paused.
      </p>
    </div>
  );
}
