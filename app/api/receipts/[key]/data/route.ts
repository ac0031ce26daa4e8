import { dataOfReply } from "@/lib/comments/own-data";
import { dataFile, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Everything that is kept of one reply, as a file. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return dataFile(await dataOfReply(await keyOf(route)), "reply");
}
