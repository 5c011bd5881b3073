import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findViewer } from "#app/_data/viewer.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { SignInForm } from "#components/account/sign-in-form.tsx";
import { returnPath } from "#core/message/return-path.ts";

export const metadata: Metadata = { title: "Sign in" };

type Search = { callbackUrl?: string | string[] };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { callbackUrl } = await searchParams;
  const returnTo = returnPath(typeof callbackUrl === "string" ? callbackUrl : null);
  if (await findViewer()) redirect(returnTo);
  const otherwise = (
    <>
      <p>
        <Link className="link" href="/forgot">
          Forgot your password?
        </Link>
      </p>
      <p>
        New here?{" "}
        <Link className="link" href="/sign-up">
          Sign up
        </Link>
      </p>
    </>
  );
  return (
    <AccountPage title="Sign in" otherwise={otherwise}>
      <SignInForm returnTo={returnTo} />
    </AccountPage>
  );
}
