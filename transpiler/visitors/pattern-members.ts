// Members that a pattern takes out of a value, by what the value is.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import { attribute, builtinCall, method, NONE, string, subscript } from "../python/build";
import { membersOf, openMember } from "./class-records";
import type { Context } from "./context";
import { errorPart, isOfErrorInterface } from "./error-members";
import { memberName } from "./member-names";
import { isSure } from "./members";
import type { Part } from "./pattern-parts";
import { readKey } from "./record-keys";
import { SIZES } from "./sizes";

/** The member that `part` names, and its type. */
export function memberOf(
  source: py.Expression,
  part: Part,
  type: ts.Type,
  context: Context,
): { value: py.Expression; type: ts.Type } {
  const { checker } = context.types;
  const kind = context.types.kindOf(type);
  if (typeof part.key === "object") {
    const isRecord = kind === "record" || kind === "dict";
    if (!isRecord) context.refuse(part.node, "computedName");
    return {
      value: method(
        isOpen(type, context) ? membersOf(source, context) : source,
        "get",
        readKey(part.key, context),
      ),
      type,
    };
  }
  const key = String(part.key);
  const symbol = checker.getNonNullableType(type).getProperty(key);
  const inner =
    symbol === undefined
      ? (checker.getIndexInfosOfType(type)[0]?.type ?? type)
      : checker.getTypeOfSymbol(symbol);
  const value = isOpen(type, context)
    ? openMember(source, key, part.node, context)
    : memberValue(source, key, symbol, part, type, context);
  return { value, type: inner };
}

/** Whether what is of `type`, a record, may be something else. */
export const isOpen = (type: ts.Type, { analysis: { openRecords } }: Context): boolean =>
  openRecords.appear && openRecords.isOpen(type);

function memberValue(
  source: py.Expression,
  key: string,
  symbol: ts.Symbol | undefined,
  part: Part,
  type: ts.Type,
  context: Context,
): py.Expression {
  const kind = context.types.kindOf(type);
  if (kind === "record" || kind === "dict") {
    // A default says that it may be missing, whatever the type says: `const { n = 3 } = map.get(key) ?? {}`.
    const isThere = kind === "record" && part.initializer === undefined && isSure(symbol, context);
    return isThere ? subscript(source, string(key)) : method(source, "get", string(key));
  }
  if (SIZES[kind] === key) return builtinCall("len", source);
  if (kind === "array" && ["groups", "index", "input"].includes(key)) return attribute(source, key);
  const isObject = kind === "instance" || kind === "contract";
  if (!isObject || isMethod(symbol)) return context.refuse(part.node, "unsupportedPattern");
  const ofError = errorPart(source, key, symbol, type, context);
  if (ofError !== null) return ofError;
  const own = memberName(symbol, key);
  // Who implements an interface need not have it.
  const mayLack =
    context.analysis.takenErrors.mayLack(part.node) ||
    ((kind === "contract" || isOfErrorInterface(symbol, context)) &&
      ((symbol?.flags ?? 0) & ts.SymbolFlags.Optional) !== 0);
  return mayLack ? builtinCall("getattr", source, string(own), NONE) : attribute(source, own);
}

const isMethod = (symbol: ts.Symbol | undefined) =>
  symbol === undefined || (symbol.flags & ts.SymbolFlags.Method) !== 0;
