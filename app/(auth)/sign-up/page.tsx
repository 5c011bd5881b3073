import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { findViewer } from "#app/_data/viewer.ts";
import { AccountPage } from "#components/account/account-page.tsx";
import { SignUpForm } from "#components/account/sign-up-form.tsx";
import { signUp } from "./sign-up.ts";

export const metadata: Metadata = { title: "Sign up" };

export default async function SignUpPage() {
  if (await findViewer()) redirect("/monitors");
  const otherwise = (
    <p>
      You have an account?{" "}
      <Link className="link" href="/sign-in">
        Sign in
      </Link>
    </p>
  );
  return (
    <AccountPage
      title="Sign up"
      intro="We send you one mail to confirm the address. Then you add your first monitor."
      otherwise={otherwise}
    >
      <SignUpForm action={signUp} />
    </AccountPage>
  );
}
