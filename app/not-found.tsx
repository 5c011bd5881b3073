import { NothingHere } from "#components/shell/nothing-here.tsx";
import { PageFrame } from "#components/shell/page-frame.tsx";

export default function NotFound() {
  return (
    <PageFrame home="/" bar={null}>
      <NothingHere href="/" label="Go to the start" />
    </PageFrame>
  );
}
