import { startAtProvider } from "@/lib/auth-provider";
import { signInProvider } from "@/lib/config";
import { seeOther } from "@/lib/forms";
import { signInPath } from "@/lib/users/callback-path";

/** Leads to the OpenID Connect provider of the settings. It changes nothing here but the browser's short-lived cookies. */
export async function GET(request: Request): Promise<Response> {
  if (!signInProvider()) return new Response(null, { status: 404 });
  const started = await startAtProvider(new URL(request.url).searchParams.get("callbackUrl"));
  if (!started) return seeOther(`${signInPath(null)}?done=provider`);
  const response = new Response(null, { status: 303, headers: { location: started.location, "cache-control": "no-store" } });
  for (const line of started.setCookie) response.headers.append("set-cookie", line);
  return response;
}
