"use client";
import { useEffect } from "react";
import { useFormAct } from "@/components/newsroom/form/use-kept";
import { useWrongField } from "@/components/newsroom/form/use-wrong-field";
import { Alert, Status } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { FormFields, type FieldSpec } from "@/components/ui/form-fields";
import form from "@/components/ui/form.module.css";
import { QrCode } from "./qr-code";
import { RecoveryCodes } from "./recovery-codes";
import type { SecondFactorState } from "./second-factor-state";
import styles from "./account.module.css";

export interface SecondFactorTexts {
  current: string;
  code: string;
  firstCodeHint: string;
  codeHint: string;
  setUp: string;
  qr: string;
  scan: string;
  secret: string;
  turnOn: string;
  newCodes: string;
  turnOff: string;
  codes: string;
  codesHint: string;
  state: string;
}

interface SecondFactorProps {
  isOn: boolean;
  username: string;
  action: (before: SecondFactorState, form: FormData) => Promise<SecondFactorState>;
  texts: SecondFactorTexts;
}

/**
 * The second factor of one's account: set up by password and a first code, later changed by password and code. One
 * form in each state, which works without JavaScript; what was shown once (a secret, codes) comes back with its answer.
 */
export function SecondFactor({ isOn, username, action, texts }: SecondFactorProps) {
  const [state, send, isSending] = useFormAct(action);
  const box = useWrongField(state);
  useEffect(() => {
    if (!state.problem && state.setup) box.current?.querySelector<HTMLElement>("input[name=code]")?.focus();
  }, [state, box]);
  const { setup, codes, problem, problems, done } = state;
  const step = isOn ? "on" : setup ? "setup" : "off";
  const fields = fieldsOf(texts)[step];
  return (
    <>
      <p className={styles.state}>{texts.state}</p>
      {codes && <RecoveryCodes codes={codes} title={texts.codes} hint={texts.codesHint} />}
      <form ref={box} action={send} className={`${form.form} ${form.narrow}`}>
        {problem && <Alert>{problem}</Alert>}
        {step === "setup" && setup && (
          <>
            <p>{texts.scan}</p>
            <QrCode drawing={setup.qr} label={texts.qr} />
            <p className={styles.secret}>
              {texts.secret} <code>{setup.secret.replace(/(.{4})(?=.)/g, "$1 ")}</code>
            </p>
            <input type="hidden" name="setup" value={setup.key} />
          </>
        )}
        <FormFields key={step} fields={fields} problems={problems} username={username} />
        <div className={form.actions}>
          {step === "off" && <Act name="begin" text={texts.setUp} isSending={isSending} />}
          {step === "setup" && <Act name="confirm" text={texts.turnOn} isSending={isSending} />}
          {step === "on" && (
            <>
              <Act name="renew" text={texts.newCodes} isSending={isSending} />
              <Act name="end" text={texts.turnOff} isSending={isSending} />
            </>
          )}
          <Status>{done}</Status>
        </div>
      </form>
    </>
  );
}

function Act({ name, text, isSending }: { name: string; text: string; isSending: boolean }) {
  const tone = name === "end" ? "danger" : name === "renew" ? "plain" : "primary";
  return (
    <Button name="act" value={name} tone={tone} aria-disabled={isSending}>
      {text}
    </Button>
  );
}

function fieldsOf(texts: SecondFactorTexts): Record<"off" | "setup" | "on", FieldSpec[]> {
  const password = { name: "current", label: texts.current, type: "password", autoComplete: "current-password", required: true } as const;
  const code = { name: "code", label: texts.code, autoComplete: "one-time-code", required: true };
  return { off: [password], setup: [{ ...code, hint: texts.firstCodeHint }], on: [password, { ...code, hint: texts.codeHint }] };
}
