import { endSession } from "@/lib/auth-forms";
import { seeOther } from "@/lib/forms";
import { signInPath } from "@/lib/users/callback-path";

/** The sign-out form: the session ends on the server, then the cookie goes. */
export async function POST(request: Request): Promise<Response> {
  const response = seeOther(signInPath(null));
  for (const line of await endSession(request)) response.headers.append("set-cookie", line);
  return response;
}

/** An address is not an act: who opens it is led to the newsroom, signed in as before. */
export function GET(): Response {
  return seeOther("/admin");
}
