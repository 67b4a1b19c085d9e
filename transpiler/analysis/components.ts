// Tarjan's strongly connected components: which variables are made from each other, in a circle.

/** A number for each circle that a node is in; nodes that are in none have no number. */
export function components<T>(edges: ReadonlyMap<T, ReadonlySet<T>>): Map<T, number> {
  const index = new Map<T, number>();
  const low = new Map<T, number>();
  const stack: T[] = [];
  const onStack = new Set<T>();
  const result = new Map<T, number>();
  let count = 0;
  const visit = (node: T): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) ?? 0);
    stack.push(node);
    onStack.add(node);
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next);
      if (onStack.has(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(node) !== index.get(node)) return;
    const members = stack.splice(stack.indexOf(node));
    members.forEach((member) => onStack.delete(member));
    const isCircle = members.length > 1 || (edges.get(node)?.has(node) ?? false);
    if (isCircle) members.forEach((member) => result.set(member, count));
    count++;
  };
  for (const node of edges.keys()) if (!index.has(node)) visit(node);
  return result;
}
