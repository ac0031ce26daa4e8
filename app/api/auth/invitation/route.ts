import { readForm, refused, seeOther } from "@/lib/forms";
import { acceptInvitation } from "@/lib/users/accept-invitation";

const PAGE = "/admin/invitation";

/** The form that an invitation opens. The password does not come back; the page is found by the link's key. */
export async function POST(request: Request): Promise<Response> {
  const typed = await readForm(request);
  if (!typed.ok) return refused(request, {}, typed, "/admin/sign-in");
  const { key = "", name = "" } = typed.fields;
  const result = await acceptInvitation(typed.fields);
  return result.ok
    ? seeOther("/admin/sign-in?done=password")
    : refused(request, { name }, result, `${PAGE}/${encodeURIComponent(key) || "-"}`);
}

/** Who reloads a refused form is led to where one signs in. */
export function GET(): Response {
  return seeOther("/admin/sign-in");
}
