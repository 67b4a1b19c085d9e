// What the visitors ask of JavaScript's library. transpile.ts hands it to them, so that the tables of
// the library (transpiler/builtins) can use every visitor and no visitor knows the tables.
import type { ts } from "ts-morph";
import type * as py from "../python/ast";
import type { Context } from "./context";

/** Every answer is null where the node is not the library's. */
export interface Library {
  call(node: ts.CallExpression, callee: ts.Expression, context: Context): py.Expression | null;
  /** `new Map()` */
  construct(node: ts.NewExpression, context: Context): py.Expression | null;
  /** A call whose value nobody uses, where Python writes it otherwise then. */
  mutation(node: ts.CallExpression, context: Context): py.Statement[] | null;
  property(node: ts.PropertyAccessExpression, context: Context): py.Expression | null;
  /** A method of the console as a value. */
  consoleFunction(node: ts.PropertyAccessExpression, context: Context): py.Expression | null;
  /** A function of the library as a value: `Math.max`. */
  functionValue(node: ts.Expression, context: Context): py.Expression | null;
  /** `owner.id` of the library, as a pattern takes it. */
  member(owner: ts.Identifier, id: string, context: Context): py.Expression | null;
  regularExpression(node: ts.RegularExpressionLiteral, context: Context): py.Expression;
}
