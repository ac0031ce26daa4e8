import { beginSession } from "@/lib/auth-forms";
import { readForm, refused, seeOther } from "@/lib/forms";
import { sender } from "@/lib/server/bridge";
import { callbackPath, secondFactorPath, signInPath } from "@/lib/users/callback-path";

/** The sign-in form (CONTRACT.md 13). The password is the one thing typed that does not come back. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readForm(request);
  if (!typed.ok) return refused(request, {}, typed, signInPath(null));
  const { email = "", password = "", callbackUrl } = typed.fields;
  const result = await beginSession(sender(), { email, password });
  if (!result.ok) return refused(request, { email }, result, signInPath(callbackUrl));
  const response = seeOther(result.isComplete ? callbackPath(callbackUrl) : secondFactorPath(callbackUrl));
  for (const line of result.setCookie) response.headers.append("set-cookie", line);
  return response;
}

/** Who reloads a refused form is led back to it. */
export function GET(): Response {
  return seeOther(signInPath(null));
}
