import type { ReactNode } from "react";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getMessages } from "next-intl/server";

/** Gives the lists of the desk what they write of others, whose names and acts they hear of while they are open. */
export async function LiveMessages({ children }: { children: ReactNode }) {
  const { looking, is, decidedBy, settledBy, somebody, fresh } = (await getMessages()).desk;
  return (
    <NextIntlClientProvider locale={await getLocale()} messages={{ desk: { looking, is, decidedBy, settledBy, somebody, fresh } }}>
      {children}
    </NextIntlClientProvider>
  );
}
