"use client";
import { useRef, type ReactNode } from "react";
import { Dialog as Radix } from "radix-ui";
import { Button } from "@/components/ui/button";
import styles from "./dialog.module.css";

interface DialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Moves the focus once it has closed; otherwise it goes back to where it was. */
  onClosed?: () => void;
  title: string;
  description?: string;
  /** The name of the button that closes it without doing anything. */
  cancel: string;
  /** The button that names the act; the dialog does not close by it. */
  action?: ReactNode;
  children?: ReactNode;
}

/** A modal dialog (`role=dialog`) with a title, focus kept inside and given back when it closes. */
export function Dialog({ open, onOpenChange, onClosed, title, description, cancel, action, children }: DialogProps) {
  const opener = useRef<Element>(null);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className={styles.overlay} />
        <Radix.Content
          className={styles.box}
          onOpenAutoFocus={() => {
            opener.current = document.activeElement;
          }}
          // Radix itself gives it back to a button of its own alone, which no dialog here has.
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (onClosed) onClosed();
            else if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <Radix.Title className={styles.title}>{title}</Radix.Title>
          {description && <Radix.Description className={styles.description}>{description}</Radix.Description>}
          {children}
          <div className={styles.actions}>
            <Radix.Close asChild>
              <Button type="button">{cancel}</Button>
            </Radix.Close>
            {action}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
