/**
 * An e-mail address with all but its ends hidden: `ada@example.org` becomes `a…@e….org`. Two addresses that look
 * alike so may differ: it helps to recognise one, and tells none.
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf("@");
  const domain = address.slice(at + 1);
  const ending = domain.slice(domain.lastIndexOf("."));
  return `${firstOf(address)}…@${firstOf(domain)}…${ending}`;
}

function firstOf(text: string): string {
  return /^./su.exec(text)?.[0] ?? "";
}
