import { config } from "@/lib/config";
import { messagesOf } from "@/lib/i18n/messages";
import { finish, type Finished } from "@/lib/server/finish";
import { commonHeaders, documentHeaders } from "@/lib/server/headers";

/** A bare page for when Next cannot make even the one that says so. Takes the status; returns it finished. */
export function lastResort(status: number): Promise<Finished> {
  const lang = config().SITE_LOCALE;
  const { errors, server } = messagesOf(lang);
  const text = status === 503 ? errors.unavailable : status === 404 ? errors.notFound : status < 500 ? server.refused : server.failed;
  const html = `<!DOCTYPE html><html lang="${lang}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${text}</title><main><h1>${text}</h1></main></html>`;
  const headers = { ...commonHeaders(), "Content-Type": "text/html; charset=utf-8", ...documentHeaders("page") };
  return finish(status, headers, Buffer.from(html));
}
