"use client";
import type { ReactNode } from "react";
import { DropdownMenu } from "radix-ui";
import { Button } from "@/components/ui/button";
import styles from "./menu.module.css";

/** A menu behind a button (`aria-haspopup="menu"`). Takes the button's text, its spoken name where the text is a sign, and the items. */
export function Menu({ label, spoken, children }: { label: ReactNode; spoken?: string; children: ReactNode }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <Button type="button" tone="quiet" small aria-label={spoken}>
          {label}
        </Button>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={styles.menu} align="end" sideOffset={4}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** One act of a menu. `danger` marks what takes something away. */
export function MenuItem({ onSelect, danger, children }: { onSelect: () => void; danger?: boolean; children: ReactNode }) {
  return (
    <DropdownMenu.Item className={danger ? `${styles.item} ${styles.danger}` : styles.item} onSelect={onSelect}>
      {children}
    </DropdownMenu.Item>
  );
}

/** One address of a menu. */
export function MenuLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <DropdownMenu.Item asChild className={styles.item}>
      <a href={href}>{children}</a>
    </DropdownMenu.Item>
  );
}
