// Lists that are known only if every part of them is.

/** What `make` gives of each value, in one list; null as soon as one part is. */
export function joined<T, R>(
  values: readonly T[] | null,
  make: (value: T) => readonly R[] | null,
): R[] | null {
  if (values === null) return null;
  const result: R[] = [];
  for (const value of values) {
    const part = make(value);
    if (part === null) return null;
    result.push(...part);
  }
  return result;
}
