// `typeof x === "string"` and `instanceof`.
import { ts } from "ts-morph";
import { bare, isSimple } from "../analysis/syntax";
import type { Kind } from "../analysis/types";
import type * as py from "../python/ast";
import { builtin, builtinCall, call, compare, NONE, string, tuple } from "../python/build";
import type { Context } from "./context";
import { errorTypes } from "./error-classes";
import { isLibraryGlobal } from "./library-names";
import { kindsOfValue, nothingWord } from "./nothing";

/** `typeof test === wanted` */
export function typeofTest(
  test: ts.TypeOfExpression,
  wanted: ts.Expression,
  context: Context,
): py.Expression {
  const kinds = kindsOfValue(test.expression, context);
  const isInt = kinds.has("boolean") || kinds.has("unknown");
  const lower = () => context.expression(test.expression);
  switch (ts.isStringLiteralLike(wanted) ? wanted.text : "") {
    case "string":
      return builtinCall("isinstance", lower(), builtin("str"));
    case "boolean":
      return builtinCall("isinstance", lower(), builtin("bool"));
    case "number":
      // bool is an int on CPython and is none on MicroPython.
      return isInt
        ? call(context.helper("is_number"), [lower()])
        : builtinCall("isinstance", lower(), tuple(builtin("int"), builtin("float")));
    case "undefined":
      if (nothingWord(test.expression, context) !== "null") return compare(lower(), "is", NONE);
      break;
    case "function":
      return builtinCall("callable", lower());
    default:
  }
  return compare(typeText(test, context), "==", context.expression(wanted));
}

const WORDS: Partial<Record<Kind, string>> = {
  boolean: "boolean",
  function: "function",
  number: "number",
  string: "string",
};

/** `typeof value` as text: known from the type, or from the value when the program runs. */
export function typeText(node: ts.TypeOfExpression, context: Context): py.Expression {
  const value = bare(node.expression);
  const nothing = nothingWord(value, context);
  const kinds = [...kindsOfValue(value, context)].filter((kind) => kind !== "null");
  const words = new Set(kinds.map((kind) => WORDS[kind] ?? "object"));
  const [word] = words;
  const isKnown = words.size === 1 && nothing === null && !kinds.includes("unknown");
  if (isKnown && word !== undefined && isSimple(value)) return string(word);
  const args = [context.expression(value)];
  return call(context.helper("type_of"), nothing === "null" ? [...args, string("object")] : args);
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
  const asked = isLibraryGlobal(node.right, context)
    ? testOf(name, node.left, value, context)
    : null;
  if (asked !== null) return asked;
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

const PRIMITIVES: ReadonlySet<Kind> = new Set(["boolean", "number", "string", "unknown"]);

/** `instanceof` of what nearly everything is; null where Python cannot tell. */
function testOf(
  id: string,
  node: ts.Expression,
  value: py.Expression,
  context: Context,
): py.Expression | null {
  if (id === "Array")
    return builtinCall("isinstance", value, tuple(builtin("list"), builtin("tuple")));
  if (id === "Function") return builtinCall("callable", value);
  const kinds = [...kindsOfValue(node, context)];
  const isObject = id === "Object" && kinds.every((kind) => !PRIMITIVES.has(kind));
  return isObject && !context.types.nullIsApart ? compare(value, "is not", NONE) : null;
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
