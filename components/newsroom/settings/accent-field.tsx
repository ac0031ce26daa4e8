import { useState } from "react";
import { Field } from "@/components/ui/field";
import { inkOn, readColour } from "@/lib/settings/colour";
import styles from "./arrange.module.css";

interface AccentFieldProps {
  label: string;
  hint: string;
  /** The name of the browser's own picker beside the field. */
  pick: string;
  value: string;
  /** What is written on the colour, to look at it. */
  sample: string;
  problem?: string;
}

/** The accent colour, typed or picked, and how the masthead will look with it. */
export function AccentField({ label, hint, pick, value, sample, problem }: AccentFieldProps) {
  const [typed, type] = useState(value);
  const colour = readColour(typed);
  return (
    <div className={styles.accent}>
      <Field
        label={label}
        hint={hint}
        name="accent"
        value={typed}
        onChange={(event) => type(event.target.value)}
        autoComplete="off"
        spellCheck={false}
        required
        problem={problem}
      />
      <div className={styles.sample} style={colour ? { background: colour, color: inkOn(colour) } : undefined}>
        <span aria-hidden>{sample}</span>
        <input type="color" aria-label={pick} value={colour ?? "#ffffff"} onChange={(event) => type(event.target.value)} />
      </div>
    </div>
  );
}
