import { useCallback, useId, useRef, useState, type KeyboardEvent } from "react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { MAX_TAGS } from "@/lib/posts/schema";
import type { Known } from "./known";
import { useFound } from "./use-found";
import { ask, type Choice, type EditorActions } from "./view";
import styles from "./editor.module.css";

interface TagFieldProps {
  chosen: string[];
  known: Known;
  actions: Pick<EditorActions, "findTags" | "createTag">;
  onChange: (ids: string[]) => void;
  problem: string | undefined;
}

/** The tags: found while one types, made with Enter when there is none of that name. */
export function TagField({ chosen, known, actions, onChange, problem }: TagFieldProps) {
  const t = useTranslations("order");
  const posts = useTranslations("posts");
  const errors = useTranslations("errors");
  const [typed, setTyped] = useState("");
  const [refused, setRefused] = useState<string>();
  const input = useRef<HTMLInputElement>(null);
  const list = useId();
  const { findTags, createTag } = actions;
  const find = useCallback(
    async (q: string) => {
      const answer = await ask(() => findTags(q));
      return answer.ok ? answer.tags : null;
    },
    [findTags],
  );
  const { found, isAsked } = useFound(typed, find);
  const offered = found.filter(({ id }) => !chosen.includes(id));

  function add(tag: Choice) {
    known.learnTag(tag);
    if (!chosen.includes(tag.id)) onChange([...chosen, tag.id]);
    setTyped("");
    setRefused(undefined);
    input.current?.focus();
  }
  async function addTyped() {
    if (!typed.trim()) return;
    const answer = await ask(() => createTag(typed));
    if (answer.ok) return add(answer);
    setRefused(answer.error === "offline" ? posts("offline") : errors(answer.fields?.name?.[0] ?? answer.error));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== "Enter" && event.key !== ",") return;
    event.preventDefault();
    void addTyped();
  }
  return (
    <fieldset className={styles.group}>
      <legend>{t("tags")}</legend>
      <ul role="list" className={styles.tags}>
        {chosen.map((id) => {
          const name = known.tags[id]?.name ?? t("formerTag");
          return (
            <li key={id}>
              <bdi>{name}</bdi>
              <Button
                type="button"
                small
                tone="quiet"
                aria-label={posts("removeChosen", { name })}
                onClick={() => {
                  onChange(chosen.filter((each) => each !== id));
                  input.current?.focus();
                }}
              >
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      {chosen.length < MAX_TAGS && (
        <Field
          label={t("addTag")}
          hint={t("addTagHint")}
          ref={input}
          value={typed}
          autoComplete="off"
          maxLength={80}
          aria-controls={list}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={onKeyDown}
          problem={refused ?? problem}
        />
      )}
      <p role="status" className="visually-hidden">
        {isAsked && t("tagsFound", { count: offered.length })}
      </p>
      <ul role="list" id={list} className={styles.tags}>
        {offered.map((tag) => (
          <li key={tag.id}>
            <Button type="button" small aria-label={posts("addRelated", { name: tag.name })} onClick={() => add(tag)}>
              {tag.name}
            </Button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
