/** All messages of a language. */
export async function messagesOf(locale: "en" | "de") {
  return (locale === "de" ? await import("./de.json") : await import("./en.json")).default;
}
