/**
 * Whether a server action's body can be what React sends: a form whose parts are there, or a text whose arguments
 * are JSON (React's `encodeReply`). Next answers the rest with 500. Takes the Content-Type and the body.
 */
export async function isActionBody(type: string, body: Buffer, isFetched: boolean): Promise<boolean> {
  if (!type.toLowerCase().startsWith("multipart/")) return isJson(body.toString());
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData().catch(() => null);
  if (!form) return false;
  const names = [...form.keys()];
  if (!isFetched) return names.some((name) => name.startsWith("$ACTION_"));
  const root = form.get("0");
  return typeof root === "string" && isJson(root);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
