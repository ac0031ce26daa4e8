"use client";
import { useSuggestions } from "@/components/public/use-suggestions";

export interface SearchFormProps {
  /** Tells it from the other search form of a page, and names it for controls that stand outside. */
  id: string;
  /** What is looked for already. */
  q: string;
  texts: {
    label: string;
    button: string;
    /** The list of posts that are suggested, and how many they are: `{count}`. */
    suggestions: string;
    count: string;
  };
}

/**
 * The search form. Without JavaScript it leads to the page of results; with it, posts are suggested while one types: a
 * combobox as the ARIA Authoring Practices describe it (list autocomplete with manual selection).
 */
export function SearchForm({ id, q, texts }: SearchFormProps) {
  const { found, active, isAwake, isOpen, count, typing, pressKey, close, choose } = useSuggestions();
  const list = `${id}-list`;
  const option = (at: number) => `${id}-option-${at}`;
  const combobox = isAwake && {
    role: "combobox",
    "aria-expanded": isOpen,
    "aria-controls": list,
    "aria-autocomplete": "list" as const,
    "aria-activedescendant": isOpen && active >= 0 ? option(active) : undefined,
  };
  return (
    <form id={id} className="search-form" action="/search" role="search" aria-label={texts.label}>
      <div className="search-field">
        <input
          type="search"
          name="q"
          aria-label={texts.label}
          defaultValue={q}
          autoComplete="off"
          enterKeyHint="search"
          onInput={typing}
          onKeyDown={pressKey}
          onBlur={close}
          {...combobox}
        />
        {isAwake && (
          <div role="listbox" id={list} className="search-list" aria-label={texts.suggestions} hidden={!isOpen}>
            {found.map(({ path, title, lang }, at) => (
              <a
                key={path}
                role="option"
                id={option(at)}
                href={path}
                lang={lang}
                tabIndex={-1}
                aria-selected={at === active}
                onMouseDown={(event) => event.preventDefault()}
                onMouseMove={() => choose(at)}
              >
                {title}
              </a>
            ))}
          </div>
        )}
      </div>
      <button type="submit">{texts.button}</button>
      {isAwake && (
        <p role="status" className="visually-hidden">
          {count !== null && texts.count.replace("{count}", String(count))}
        </p>
      )}
    </form>
  );
}
