/** A text as LIKE and ILIKE take it literally. Prisma's `contains`, and its `equals` without regard to case, are made of them and leave wildcards as they are. */
export function literally(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}
