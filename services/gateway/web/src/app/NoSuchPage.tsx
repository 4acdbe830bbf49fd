import { EmptyState } from "@/components/EmptyState";

export function NoSuchPage() {
  return (
    <EmptyState title="There is no such page" action={<a href="/">Go to the start</a>}>
      The address may be mistyped, or the business is not one you may enter.
    </EmptyState>
  );
}
