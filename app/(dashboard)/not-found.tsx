import { NothingHere } from "#components/shell/nothing-here.tsx";

export default function NotFound() {
  return <NothingHere href="/monitors" label="Go to your monitors" />;
}
