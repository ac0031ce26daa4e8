import { useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import styles from "./toolbar.module.css";

/** A button of a toolbar: its spoken name, its sign (drawn, letters, or the name itself), whether it is in force or possible, and what it does. */
export interface ToolButton {
  name: string;
  label: string;
  sign: ReactNode;
  /** The keys that do the same, as they are written in the interface. */
  keys?: string;
  isActive?: boolean;
  isDisabled?: boolean;
  use: () => void;
}

interface ToolbarProps {
  label: string;
  /** The id of the text. */
  controls: string;
  buttons: ToolButton[];
}

/**
 * A toolbar of the text (ARIA Authoring Practices, "Toolbar"): one Tab stop, arrow keys, Home and End move within;
 * what is in force at the cursor is pressed.
 */
export function Toolbar({ label, controls, buttons }: ToolbarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [chosen, setStop] = useState(0);
  const stop = Math.min(chosen, buttons.length - 1);

  function move(event: KeyboardEvent) {
    const to = { ArrowRight: stop + 1, ArrowLeft: stop - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = (to + buttons.length) % buttons.length;
    setStop(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  }
  return (
    <div ref={bar} role="toolbar" aria-label={label} aria-controls={controls} className={styles.tools} onKeyDown={move}>
      {buttons.map(({ name, label: spoken, sign, keys, isActive, isDisabled, use }, at) => (
        <button
          key={name}
          type="button"
          className={styles.tool}
          aria-label={spoken}
          title={keys ? `${spoken} (${keys})` : spoken}
          aria-pressed={isActive}
          aria-disabled={isDisabled}
          tabIndex={at === stop ? 0 : -1}
          // The mouse leaves the cursor where it is.
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setStop(at)}
          onClick={() => !isDisabled && use()}
        >
          <span aria-hidden="true" className={styles[name]}>
            {sign}
          </span>
        </button>
      ))}
    </div>
  );
}
