"use client";

import { RefreshCw } from "lucide-react";
import { useTransition } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { toast } from "#components/ui/toast.ts";

/** `username` is null where a script has several logins. */
type Props = { username: string | null; tryAgain: (() => Promise<{ ok: boolean; text: string }>) | null };

/** The login was refused once and rests. Whoever may edit can have it tried again. */
export function LoginStopped({ username, tryAgain }: Props) {
  const [isAsking, startAsking] = useTransition();
  const onTry = () =>
    startAsking(async () => {
      const said = await tryAgain?.();
      if (said) void toast(said.text, { isError: !said.ok });
    });
  return (
    <Alert
      tone="warning"
      title={
        username === null ? "The logins of the script are not tried any more" : `The login as ${username} is not tried any more`
      }
    >
      <p className="max-w-prose">Edit the monitor if the password has changed. If the server was wrong, try it again as it is.</p>
      {tryAgain && (
        <Button size="sm" className="mt-2" onClick={onTry} disabled={isAsking}>
          <RefreshCw aria-hidden />
          Try the login again
        </Button>
      )}
    </Alert>
  );
}
