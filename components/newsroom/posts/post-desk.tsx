"use client";
import { useActionState, useEffect, useRef } from "react";
import { sentWithoutReset } from "@/components/newsroom/form/sent-without-reset";
import { useKept, withNotice } from "@/components/newsroom/form/use-kept";
import { CategoryOptions, type CategoryChoice } from "@/components/newsroom/order/category-options";
import { BulkBar } from "@/components/newsroom/page/bulk-bar";
import choose from "@/components/newsroom/page/bulk-bar.module.css";
import { keepInStep } from "@/components/newsroom/page/choose-all";
import { EmptyList } from "@/components/newsroom/page/page";
import { Alert, Status } from "@/components/ui/alert";
import { PostTable } from "./post-table";
import { NOTHING_DONE, type BulkState, type PostDeskTexts, type PostRow } from "./view";
import styles from "./posts.module.css";

interface PostDeskProps {
  rows: PostRow[];
  categories: CategoryChoice[];
  texts: PostDeskTexts;
  act: (before: BulkState, form: FormData) => Promise<BulkState>;
}

/** The list of posts in one form, whose boxes choose some of them to act on; it works without JavaScript. */
export function PostDesk({ rows, categories, texts, act }: PostDeskProps) {
  const [state, submit, isPending] = useActionState(useKept(act, withNotice), NOTHING_DONE);
  const form = useRef<HTMLFormElement>(null);
  const all = useRef<HTMLInputElement>(null);
  useEffect(() => keepInStep(form.current, all.current), [rows]);

  return (
    <form
      ref={form}
      action={submit}
      onSubmit={sentWithoutReset(submit)}
      onChange={({ currentTarget, target }) => keepInStep(currentTarget, all.current, target)}
      aria-busy={isPending}
    >
      {rows.length > 0 && (
        <BulkBar all={all} name="act" acts={texts.acts} texts={texts} isBusy={isPending}>
          {/* Asked for where it counts alone, which CSS sees. */}
          <select name="categoryId" defaultValue="" aria-label={texts.newCategory} className={`${choose.select} ${styles.whichCategory}`}>
            <option value="">{texts.noCategory}</option>
            <CategoryOptions categories={categories} />
          </select>
        </BulkBar>
      )}
      <Status>{state.notice}</Status>
      {state.problems.length > 0 && (
        <Alert>
          {state.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Alert>
      )}
      {rows.length === 0 ? <EmptyList>{texts.empty}</EmptyList> : <PostTable rows={rows} texts={texts} />}
      {rows.map(({ id }) => (
        <input key={id} type="hidden" name="shown" value={id} />
      ))}
    </form>
  );
}
