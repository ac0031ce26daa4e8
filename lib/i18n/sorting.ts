/**
 * Named things in the order in which a language's readers look for them (Ö beside O in German, numbers by their size).
 * The database's own order is that of the characters' codes, in which Ö stands after Z. Takes them, and a BCP 47 language.
 */
export function sortedByName<Named extends { name: string }>(things: readonly Named[], locale: string): Named[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...things].sort((one, other) => compare(one.name, other.name));
}
