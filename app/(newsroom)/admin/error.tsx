"use client";
import { use } from "react";
import { NotHeardTexts, whyNotHeard } from "@/components/newsroom/form/use-kept";
import { PageTitle } from "@/components/newsroom/page/page";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";

/** Stands in a page's place when its button was not heard, with a way back to it. */
export default function NotHeardPage({ error, reset }: { error: Error; reset: () => void }) {
  const texts = use(NotHeardTexts);
  return (
    <>
      <PageTitle>{texts.title}</PageTitle>
      <Alert>{whyNotHeard(error, texts)}</Alert>
      <p>
        <Button type="button" tone="primary" onClick={reset}>
          {texts.again}
        </Button>
      </p>
    </>
  );
}
