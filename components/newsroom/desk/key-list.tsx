import { type RefObject } from "react";
import { Button } from "@/components/ui/button";
import { KEY_ACTS, KEY_LIST, type DeskKeys } from "@/lib/comments/desk/keys";
import type { DeskTexts } from "./view";
import styles from "./desk.module.css";

interface KeyListProps {
  dialog: RefObject<HTMLDialogElement | null>;
  keys: DeskKeys;
  texts: DeskTexts["keys"];
}

/** Which keys the list has, and the way to change them. The browser brings the focus back to where it was. */
export function KeyList({ dialog, keys: { areOn, keys }, texts }: KeyListProps) {
  return (
    <>
      <Button type="button" small tone="quiet" className={styles.openKeys} onClick={() => dialog.current?.showModal()}>
        {texts.open} {areOn && <kbd>{KEY_LIST}</kbd>}
      </Button>
      <dialog ref={dialog} className={styles.keys} aria-label={texts.open}>
        <h2>{texts.open}</h2>
        <p>{areOn ? texts.hint : texts.areOff}</p>
        {areOn && (
          <dl>
            {KEY_ACTS.filter((act) => keys[act] && texts.acts[act]).map((act) => (
              <div key={act}>
                <dt>
                  <kbd>{written(keys[act])}</kbd>
                </dt>
                <dd>{texts.acts[act]}</dd>
              </div>
            ))}
          </dl>
        )}
        <p>
          <a href="/admin/account#keys">{texts.change}</a>
        </p>
        <Button type="button" small onClick={() => dialog.current?.close()}>
          {texts.close}
        </Button>
      </dialog>
    </>
  );
}

/** A capital is the same key with another one. */
function written(key: string): string {
  const small = key.toLowerCase();
  return small === key ? key : `Shift + ${small}`;
}
