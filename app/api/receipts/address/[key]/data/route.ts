import { dataOfAddress } from "@/lib/comments/own-data";
import { dataFile, keyOf, type KeyedRoute } from "@/lib/receipt-forms";

/** Everything that is kept under an address, as a file. */
export async function GET(_: Request, route: KeyedRoute): Promise<Response> {
  return dataFile(await dataOfAddress(await keyOf(route), new Date()), "replies");
}
