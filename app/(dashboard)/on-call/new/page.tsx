import type { Metadata } from "next";
import Link from "next/link";
import { loadOnCallForm } from "#app/_data/alerting/load-on-call.ts";
import { VIEWERS_ONLY_LOOK } from "#app/_data/viewer.ts";
import { OnCallForm } from "#components/alerting/on-call-form.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { previewOnCall } from "../preview.ts";
import { saveOnCall } from "../save-on-call.ts";

export const metadata: Metadata = { title: "New on-call schedule" };

export default async function NewOnCallPage() {
  const { canEdit, zone, today, contacts } = await loadOnCallForm();
  const back = (
    <Link href="/on-call" className="link">
      On call
    </Link>
  );
  return (
    <>
      <PageHeader title="New on-call schedule" above={back} />
      {canEdit ? (
        <OnCallForm
          values={{ name: "", timeZone: zone }}
          rotations={[]}
          {...{ today, contacts }}
          save={saveOnCall.bind(null, null)}
          preview={previewOnCall}
          submitText="Save schedule"
        />
      ) : (
        <Alert>{VIEWERS_ONLY_LOOK}</Alert>
      )}
    </>
  );
}
