import { completeSession } from "@/lib/auth-forms";
import { readForm, refused, seeOther } from "@/lib/forms";
import { sender } from "@/lib/server/bridge";
import { callbackPath, secondFactorPath, signInPath } from "@/lib/users/callback-path";

/** The form of the second factor, after the sign-in form. The code does not come back. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readForm(request);
  if (!typed.ok) return refused(request, {}, typed, signInPath(null));
  const { code = "", callbackUrl } = typed.fields;
  const result = await completeSession(sender(), code);
  if (!result.ok)
    return refused(request, {}, result, result.error === "signInExpired" ? signInPath(callbackUrl) : secondFactorPath(callbackUrl));
  const response = seeOther(callbackPath(callbackUrl));
  for (const line of result.setCookie) response.headers.append("set-cookie", line);
  return response;
}

/** Who reloads a refused form is led back to it. */
export function GET(): Response {
  return seeOther(secondFactorPath(null));
}
