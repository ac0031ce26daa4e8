import { useRef, useState, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import type { Arranged } from "./arrange-form";
import styles from "./arrange.module.css";

/** What the fields, their button and an empty field's message say. */
export interface AddressTexts {
  label: string;
  href: string;
  add: string;
  missing: string;
}

/** Two fields that add an address with its text to a list. An empty one says so and takes the focus. */
export function AddressFields({ texts, onAdd }: { texts: AddressTexts; onAdd: (address: Arranged) => void }) {
  const [label, setLabel] = useState("");
  const [href, setHref] = useState("");
  const [isAsked, setAsked] = useState(false);
  const [labelField, hrefField] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const missing = (typed: string) => (isAsked && !typed.trim() ? texts.missing : undefined);
  function add() {
    const value = { kind: "address", label: label.trim(), href: href.trim() };
    const isWhole = value.label !== "" && value.href !== "";
    setAsked(!isWhole);
    (value.label && !value.href ? hrefField : labelField).current?.focus();
    if (!isWhole) return;
    onAdd({ key: crypto.randomUUID(), name: `${value.label} (${value.href})`, value });
    setLabel("");
    setHref("");
  }
  function addByKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.target instanceof HTMLButtonElement) return;
    // Not the form's: it would be stored without what was typed here.
    event.preventDefault();
    add();
  }
  return (
    <div className={styles.address} onKeyDown={addByKey}>
      <Field
        label={texts.label}
        ref={labelField}
        value={label}
        maxLength={80}
        onChange={(event) => setLabel(event.target.value)}
        problem={missing(label)}
      />
      <Field
        label={texts.href}
        ref={hrefField}
        value={href}
        maxLength={2000}
        onChange={(event) => setHref(event.target.value)}
        problem={missing(href)}
      />
      <Button type="button" small onClick={add}>
        {texts.add}
      </Button>
    </div>
  );
}
