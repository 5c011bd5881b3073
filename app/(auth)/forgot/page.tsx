import type { Metadata } from "next";
import Link from "next/link";
import { AccountPage } from "#components/account/account-page.tsx";
import { ForgotForm } from "#components/account/forgot-form.tsx";
import { askForLink } from "./ask-for-link.ts";

export const metadata: Metadata = { title: "Forgot your password" };

export default function ForgotPage() {
  const otherwise = (
    <p>
      Remembered it?{" "}
      <Link className="link" href="/sign-in">
        Sign in
      </Link>
    </p>
  );
  return (
    <AccountPage title="Forgot your password?" intro="We send you a link to set a new one." otherwise={otherwise}>
      <ForgotForm action={askForLink} />
    </AccountPage>
  );
}
