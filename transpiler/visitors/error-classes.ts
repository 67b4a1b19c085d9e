// JavaScript's classes of errors in Python. `TypeError` and `SyntaxError` are Python's own, for the
// others the runtime has classes, so that no `except` catches more than its `instanceof`.
import type { ts } from "ts-morph";
import type * as py from "../python/ast";
import { builtin } from "../python/build";
import type { Context } from "./context";
import { isLibraryGlobal } from "./library-names";

export { isErrorType } from "../analysis/error-types";

/** Classes that the runtime defines. */
const RUNTIME_CLASSES = [
  "AggregateError",
  "EvalError",
  "RangeError",
  "ReferenceError",
  "URIError",
] as const;
type RuntimeClass = (typeof RUNTIME_CLASSES)[number];

const isRuntimeClass = (id: string): id is RuntimeClass =>
  (RUNTIME_CLASSES as readonly string[]).includes(id);

const BUILTIN_CLASSES: Readonly<Record<string, string>> = {
  Error: "Exception",
  SyntaxError: "SyntaxError",
  TypeError: "TypeError",
};

/** What Python itself raises where JavaScript throws an error of that class. */
const RAISED_AS: Readonly<Record<string, string>> = {
  RangeError: "RuntimeError", // recursion that is too deep
  ReferenceError: "NameError",
  TypeError: "AttributeError",
};

export const isErrorClass = (id: string): boolean =>
  isRuntimeClass(id) || Object.hasOwn(BUILTIN_CLASSES, id);

/** The class of the library that is called `id`; null if that is no error. */
export function errorClass(id: string, context: Context): py.Expression | null {
  if (isRuntimeClass(id)) return context.helper(id);
  return Object.hasOwn(BUILTIN_CLASSES, id) ? builtin(BUILTIN_CLASSES[id] ?? "") : null;
}

/** What `instanceof` has to look for where it names `node`; null if that is no error of the library. */
export function errorTypes(node: ts.Expression, context: Context): py.Expression[] | null {
  if (!isLibraryGlobal(node, context)) return null;
  const own = errorClass(node.text, context);
  if (own === null) return null;
  const raised = RAISED_AS[node.text];
  return raised === undefined ? [own] : [own, builtin(raised)];
}
