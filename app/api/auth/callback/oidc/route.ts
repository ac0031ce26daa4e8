import { returnFromProvider } from "@/lib/auth-provider";
import { seeOther } from "@/lib/forms";
import { sender } from "@/lib/server/bridge";
import { secondFactorPath, signInPath } from "@/lib/users/callback-path";

/** Where the OpenID Connect provider sends the browser back to (OpenID Connect Core §3.1.2.5), with a code that only its cookies can use. */
export async function GET(request: Request): Promise<Response> {
  const result = await returnFromProvider(sender(), request);
  if (!result.ok) return result.error === "notFound" ? new Response(null, { status: 404 }) : seeOther(`${signInPath(null)}?done=provider`);
  const response = seeOther(result.isComplete ? (result.path ?? "/admin") : secondFactorPath(result.path));
  for (const line of result.setCookie) response.headers.append("set-cookie", line);
  return response;
}
