"use client";
import { useState } from "react";
import { OrderedList } from "@/components/newsroom/editor/ordered-list";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { Alert } from "@/components/ui/alert";
import { Select } from "@/components/ui/field";
import { FormEnd } from "@/components/ui/form-end";
import form from "@/components/ui/form.module.css";
import type { FormState } from "@/lib/i18n/form-state";
import { AddressFields, type AddressTexts } from "./address-fields";
import styles from "./arrange.module.css";

/** Something that can stand in a list: `value` is what is stored of it. */
export interface Arranged {
  key: string;
  name: string;
  value: unknown;
}

/** One list of a form: what stands in it, in its order, and what can be added. */
export interface ArrangedList {
  /** The field under which it is sent, as JSON. */
  field: string;
  title: string;
  hint: string;
  chosen: Arranged[];
  offered: Arranged[];
  /** What the fields for addresses are called, where those can be added, too. */
  address?: AddressTexts;
}

interface ArrangeFormProps {
  action: (before: FormState, form: FormData) => Promise<FormState>;
  lists: ArrangedList[];
  texts: ListTexts & { submit: string };
}

interface ListTexts {
  add: string;
  choose: string;
}

/** Lists that are put together and ordered, and stored as a whole. */
export function ArrangeForm({ action, lists, texts }: ArrangeFormProps) {
  const [state, send, isSending] = useFormAct(action);
  return (
    <form action={send} className={`${form.form} ${styles.form}`}>
      {state.problem && <Alert>{state.problem}</Alert>}
      {lists.map((list) => (
        <ListField key={list.field} list={list} problem={state.problems?.[list.field]} texts={texts} />
      ))}
      <FormEnd submit={texts.submit} isSending={isSending} done={state.done} />
    </form>
  );
}

/** One list of a form: what stands in it is ordered and taken away, and what is offered added. */
export function ListField({ list, problem, texts }: { list: ArrangedList; problem?: string; texts: ListTexts }) {
  const [chosen, setChosen] = useState(list.chosen);
  const byKey = new Map([...list.offered, ...chosen].map((each) => [each.key, each]));
  const pick = (keys: string[]) => setChosen(keys.flatMap((key) => byKey.get(key) ?? []));
  const keys = chosen.map(({ key }) => key);
  return (
    <fieldset className={styles.list}>
      <legend>{list.title}</legend>
      <p className={styles.hint}>{list.hint}</p>
      <input type="hidden" name={list.field} value={JSON.stringify(chosen.map(({ value }) => value))} />
      <OrderedList items={chosen.map(({ key, name }) => ({ id: key, name }))} onChange={pick} />
      <Select label={texts.add} value="" onChange={(event) => pick([...keys, event.target.value])} problem={problem}>
        <option value="">{texts.choose}</option>
        {list.offered
          .filter(({ key }) => !keys.includes(key))
          .map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
      </Select>
      {list.address && <AddressFields texts={list.address} onAdd={(address) => setChosen([...chosen, address])} />}
    </fieldset>
  );
}
