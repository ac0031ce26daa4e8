import { Button, type ButtonTone } from "@/components/ui/button";

/** A form of one button, which posts to a route of this site: a link would change something by being looked at. */
export function OneButton({ action, label, tone }: { action: string; label: string; tone?: ButtonTone }) {
  return (
    <form method="post" action={action}>
      <Button tone={tone}>{label}</Button>
    </form>
  );
}
