import { Fragment, useState, type KeyboardEvent, type ReactNode } from "react";
import { useTranslations } from "next-intl";
import type { ZodType } from "zod";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, TextArea } from "@/components/ui/field";
import { invalid, type Refusal } from "@/lib/result";
import { useFieldProblem } from "../problem";

/** One text that a dialog asks for. */
export interface BlockField {
  name: string;
  label: string;
  hint?: string;
  /** More than a few words: a text area. Enter goes on in it, Ctrl+Enter is the button. */
  isLong?: boolean;
  inputMode?: "url";
}

interface BlockDialogProps {
  title: string;
  /** What the button that takes the texts over says. */
  action: string;
  fields: BlockField[];
  opened: Record<string, string>;
  schema: ZodType<Record<string, string>>;
  /** What is offered below the first field for what is typed into it; `fill` takes it over. */
  offer?: (typed: string, fill: (texts: Record<string, string>) => void) => ReactNode;
  onDone: (attributes: Record<string, string>) => void;
  onClose: () => void;
  /** Where the focus goes afterwards. */
  onClosed: () => void;
}

/** Asks for the texts of a piece of the text: each wrong one is told at its field, and the first is focused. */
export function BlockDialog({ title, action, fields, opened, schema, offer, onDone, onClose, onClosed }: BlockDialogProps) {
  const t = useTranslations("posts");
  const said = useFieldProblem();
  const [typed, setTyped] = useState(() => Object.fromEntries(fields.map(({ name }) => [name, opened[name] ?? ""])));
  const [wrong, setWrong] = useState<Pick<Refusal, "fields" | "limits">>({});

  function take() {
    const parsed = schema.safeParse(typed);
    if (parsed.success) {
      onDone(parsed.data);
      onClose();
      return;
    }
    const refused = invalid(parsed.error);
    setWrong(refused);
    document.getElementById(`block-${fields.find(({ name }) => refused.fields?.[name])?.name}`)?.focus();
  }
  function problemOf(name: string) {
    const code = wrong.fields?.[name]?.[0];
    return code && said(code, wrong.limits?.[name], typed[name]);
  }
  function onEnter(event: KeyboardEvent, isLong: boolean | undefined) {
    if (event.key !== "Enter" || (isLong && !event.ctrlKey && !event.metaKey)) return;
    event.preventDefault();
    take();
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      onClosed={onClosed}
      title={title}
      cancel={t("cancel")}
      action={
        <Button type="button" tone="primary" onClick={take}>
          {action}
        </Button>
      }
    >
      {fields.map(({ name, isLong, ...field }, at) => {
        const props = { ...field, id: `block-${name}`, value: typed[name] ?? "", problem: problemOf(name) };
        const onKeyDown = (event: KeyboardEvent) => onEnter(event, isLong);
        const onChange = (event: { target: { value: string } }) => setTyped({ ...typed, [name]: event.target.value });
        return (
          <Fragment key={name}>
            {isLong ? (
              <TextArea rows={3} {...props} onChange={onChange} onKeyDown={onKeyDown} />
            ) : (
              <Field autoComplete="off" {...props} onChange={onChange} onKeyDown={onKeyDown} />
            )}
            {at === 0 && offer?.(typed[name] ?? "", (texts) => setTyped({ ...typed, ...texts }))}
          </Fragment>
        );
      })}
    </Dialog>
  );
}
