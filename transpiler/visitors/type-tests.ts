// `typeof x === "string"` and `instanceof`.
import { ts } from "ts-morph";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtin, builtinCall, compare, NONE, tuple } from "../python/build";
import type { Context } from "./context";
import { errorTypes } from "./errors";

export function typeofTest(
  node: ts.Node,
  test: ts.TypeOfExpression,
  wanted: ts.Expression,
  context: Context,
): py.Expression {
  if (!ts.isStringLiteral(wanted))
    return context.refuse(node, "typeTest", "types that are named by a variable");
  const kinds = context.types.kindsAt(test.expression);
  const value = context.expression(test.expression);
  const has = (...some: Kind[]) => some.some((kind) => kinds.has(kind));
  switch (wanted.text) {
    case "string":
      return builtinCall("isinstance", value, builtin("str"));
    case "boolean":
      return builtinCall("isinstance", value, builtin("bool"));
    case "number":
      // bool is an int on CPython and is none on MicroPython.
      if (has("boolean", "unknown"))
        return context.refuse(node, "typeTest", "a number and a boolean");
      return builtinCall("isinstance", value, tuple(builtin("int"), builtin("float")));
    case "undefined":
      if (context.types.acceptsNull(test.expression))
        return context.refuse(node, "undefinedOrNull");
      return compare(value, "is", NONE);
    case "function":
      if (has("unknown", "instance"))
        return context.refuse(node, "typeTest", "a function and an object");
      return builtinCall("callable", value);
    default:
      return context.refuse(node, "typeTest", `"${wanted.text}"`);
  }
}

/** Classes of the library, and what else is the same type in Python. */
const LIBRARY_TYPES: Record<string, { types: readonly string[]; confused: readonly Kind[] }> = {
  Map: { types: ["dict"], confused: ["record", "dict", "unknown"] },
  Set: { types: ["set"], confused: ["unknown"] },
  Uint8Array: { types: ["bytes", "bytearray", "memoryview"], confused: ["unknown"] },
};

export function instanceTest(node: ts.BinaryExpression, context: Context): py.Expression {
  const value = context.expression(node.left);
  const name = ts.isIdentifier(node.right) ? node.right.text : "";
  const declaration = context.declarationAt(node.right);
  const errors = errorTypes(node.right, context);
  if (errors !== null)
    return builtinCall(
      "isinstance",
      value,
      errors.length === 1 && errors[0] ? errors[0] : tuple(...errors),
    );
  const library = LIBRARY_TYPES[name];
  const isOwn = isOwnClass(node.right, declaration, context);
  if (library === undefined || isOwn) {
    if (!isOwn || name === "Exception")
      return context.refuse(node, "typeTest", `an instance of ${node.right.getText()}`);
    return builtinCall("isinstance", value, context.expression(node.right));
  }
  const kinds = context.types.kindsAt(node.left);
  const confused = library.confused.filter((kind) => kinds.has(kind));
  const signed = name === "Uint8Array" && hasSigned(node.left, context);
  if (confused.length > 0 || signed) return context.refuse(node, "typeTest", `${name} and its kin`);
  const types = library.types.map(builtin);
  return builtinCall(
    "isinstance",
    value,
    types.length === 1 && types[0] ? types[0] : tuple(...types),
  );
}

/** A class of the program or of Python, by its own name or by that of a variable that holds it. */
function isOwnClass(
  node: ts.Expression,
  declaration: ts.Declaration | undefined,
  context: Context,
): boolean {
  if (declaration === undefined) return false;
  if (ts.isClassLike(declaration)) return true;
  const { checker } = context.types;
  return (
    (ts.isVariableDeclaration(declaration) || ts.isParameter(declaration)) &&
    !declaration.getSourceFile().isDeclarationFile &&
    checker.getTypeAtLocation(node).getConstructSignatures().length > 0
  );
}

function hasSigned(node: ts.Expression, context: Context): boolean {
  const type = context.types.typeAt(node);
  return (type.isUnion() ? type.types : [type]).some((part) => part.symbol?.name === "Int8Array");
}
