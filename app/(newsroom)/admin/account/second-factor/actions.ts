"use server";
import { refresh } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { SecondFactorState } from "@/components/newsroom/account/second-factor-state";
import { currentSessionId, requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { refusedState } from "@/lib/i18n/form-state";
import type { Refusal } from "@/lib/result";
import { sender } from "@/lib/server/bridge";
import { siteSettings } from "@/lib/settings/public";
import { beginSecondFactor, type Setup } from "@/lib/users/begin-second-factor";
import { confirmSecondFactor } from "@/lib/users/confirm-second-factor";
import { endSecondFactor } from "@/lib/users/end-second-factor";
import { ownSetup } from "@/lib/users/newsroom";
import type { Actor } from "@/lib/users/policy";
import { drawQr } from "@/lib/users/qr";
import { renewCodes } from "@/lib/users/renew-codes";

type Typed = Record<string, string>;
const ACTS: Record<"begin" | "confirm" | "renew" | "end", (actor: Actor, typed: Typed) => Promise<SecondFactorState>> = {
  begin,
  confirm,
  renew,
  end,
};

/** Carries out what a button of the second factor's form says. */
export async function changeSecondFactor(_before: SecondFactorState, form: FormData): Promise<SecondFactorState> {
  const actor = await requireActor();
  const { act = "", ...typed } = textFields(form);
  return isAct(act) ? ACTS[act](actor, typed) : refusedState({ ok: false, error: "invalid" });
}

async function begin(actor: Actor, typed: Typed): Promise<SecondFactorState> {
  const result = await beginSecondFactor(actor, typed, (await siteSettings()).name);
  return result.ok ? { setup: shown(result) } : refused(result);
}

async function confirm(actor: Actor, typed: Typed): Promise<SecondFactorState> {
  const result = await confirmSecondFactor(actor, await currentSessionId(), typed);
  if (result.ok) return done("on", result.codes);
  const setup = await ownSetup(actor, typed.setup ?? "", (await siteSettings()).name);
  return { ...(await refused(result)), setup: setup ? shown(setup) : undefined };
}

async function renew(actor: Actor, typed: Typed): Promise<SecondFactorState> {
  const result = await renewCodes(actor, sender(), typed);
  return result.ok ? done("renewed", result.codes) : refused(result);
}

async function end(actor: Actor, typed: Typed): Promise<SecondFactorState> {
  const result = await endSecondFactor(actor, sender(), typed);
  return result.ok ? done("off") : refused(result);
}

async function done(what: "on" | "renewed" | "off", codes?: string[]): Promise<SecondFactorState> {
  refresh();
  return { done: (await getTranslations("account"))(`secondDone.${what}`), codes };
}

/** Neither a password nor a code comes back. */
function refused(refusal: Refusal): Promise<SecondFactorState> {
  return refusedState(refusal);
}

function shown({ key, secret, uri }: Setup): SecondFactorState["setup"] {
  return { key, secret, qr: drawQr(uri) };
}

function isAct(name: string): name is keyof typeof ACTS {
  return Object.hasOwn(ACTS, name);
}
