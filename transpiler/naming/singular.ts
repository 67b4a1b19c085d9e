/** One of `readings` is a `reading`; null where a name says nothing about its elements. */
export function singular(plural: string): string | null {
  if (/(ss|us|is|series)$/.test(plural) || !/[a-z]{2}s$/.test(plural)) return null;
  if (/[a-z]ies$/.test(plural)) return plural.replace(/ies$/, "y");
  return plural.replace(/(ss|sh|x|[nrt]ch)es$/, "$1s").replace(/s$/, "");
}
