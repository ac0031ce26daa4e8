import { readForm, refused, seeOther } from "@/lib/forms";
import { sender } from "@/lib/server/bridge";
import { requestReset } from "@/lib/users/request-reset";

const PAGE = "/admin/forgot-password";

/** The form of who forgot their password. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readForm(request);
  if (!typed.ok) return refused(request, {}, typed, PAGE);
  const { email = "" } = typed.fields;
  const result = await requestReset(sender(), { email });
  return result.ok ? seeOther(`${PAGE}?done=sent`) : refused(request, { email }, result, PAGE);
}

/** Who reloads a refused form is led back to it. */
export function GET(): Response {
  return seeOther(PAGE);
}
