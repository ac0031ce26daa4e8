import { readForm, refused, seeOther } from "@/lib/forms";
import { resetPassword } from "@/lib/users/reset-password";

const PAGE = "/admin/reset-password";

/** The form that a password reset link opens. The password does not come back; the page is found by the link's key. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readForm(request);
  if (!typed.ok) return refused(request, {}, typed, "/admin/forgot-password");
  const { key = "" } = typed.fields;
  const result = await resetPassword(typed.fields);
  return result.ok ? seeOther("/admin/sign-in?done=password") : refused(request, {}, result, `${PAGE}/${encodeURIComponent(key) || "-"}`);
}

/** Who reloads a refused form is led to where one asks for a link. */
export function GET(): Response {
  return seeOther("/admin/forgot-password");
}
