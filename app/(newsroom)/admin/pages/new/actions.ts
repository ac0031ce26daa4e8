"use server";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth";
import { textFields } from "@/lib/forms";
import { startPage } from "@/lib/posts/start-page";

/** Begins a static page from a template, and opens it. Who may not, or names none, comes back to the list. */
export async function start(form: FormData): Promise<void> {
  const started = await startPage(await requireActor(), textFields(form));
  redirect(started.ok ? `/admin/pages/${started.id}` : "/admin/pages");
}
