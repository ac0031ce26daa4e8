import type { ComponentType } from "react";

interface IslandProps<Props extends object> {
  /** The file's name: `reply-form` for components/public/reply-form.island.tsx. */
  name: string;
  component: ComponentType<Props>;
  /** They stand in the page for everybody to read: no secret, and only the messages that are shown. */
  props: Props;
}

/**
 * A component that also lives in the browser (DESIGN.md §5). It is rendered here like any other; its script comes and
 * hydrates it when its form is first touched. Without the script it stays the plain form that it is. Our server puts
 * the files' hashed names in the place of the plain ones (lib/server/built-names).
 */
export function Island<Props extends object>({ name, component: Component, props }: IslandProps<Props>) {
  return (
    <>
      <div data-island={name} data-src={`/islands/${name}.js`}>
        <Component {...props} />
      </div>
      <script type="application/json" dangerouslySetInnerHTML={{ __html: JSON.stringify(props).replaceAll("<", "\\u003c") }} />
      {/* Not async: React would move it into the head, where it may run before what it wakes is there. */}
      <script type="module" fetchPriority="low" src="/islands/boot.js" />
    </>
  );
}
