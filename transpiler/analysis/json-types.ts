// What JSON.parse gives is of the type that the program says, or it is not: nothing asks at run time.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import type { Types } from "./types";
import { walk } from "./walk";

/** The type that the program gives to what `call` parses; undefined if it says none. */
export function typeOfParsed(call: ts.CallExpression, types: Types): ts.Type | undefined {
  let current: ts.Expression = call;
  while (ts.isParenthesizedExpression(current.parent) || ts.isNonNullExpression(current.parent))
    current = current.parent;
  const { parent } = current;
  if (ts.isAssertionExpression(parent)) {
    const type = types.typeAt(parent);
    const isPassedOn = (type.flags & OPEN) !== 0 && ts.isAssertionExpression(parent.parent);
    return isPassedOn ? types.typeAt(parent.parent) : type;
  }
  return types.checker.getContextualType(current);
}

const OPEN = ts.TypeFlags.Any | ts.TypeFlags.Unknown | ts.TypeFlags.TypeParameter;

/** What is no JSON, or is something else after JSON.stringify and JSON.parse. */
export class JsonTypes {
  /** The texts of the program that are JSON of arrays and objects. */
  private readonly texts = new Set<string>();
  /** What is said of texts that are not written down where they are parsed. */
  private readonly wanted = new Set<ts.Type | undefined>();
  /** The names of what the program asks the kind of, whatever its type says. */
  private readonly tested = new Set<string>();
  /** NaN and infinities are null in JSON. */
  private nullsAppear = false;
  private isEntered = false;

  constructor(
    private readonly types: Types,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  private enter(node: ts.Node): void {
    if (ts.isStringLiteralLike(node) && /^\s*([[{]|null\s*$)/.test(node.text))
      this.texts.add(node.text);
    if (ts.isPropertyAssignment(node)) this.nullsAppear ||= isInfinite(node.initializer);
    if (ts.isArrayLiteralExpression(node)) this.nullsAppear ||= node.elements.some(isInfinite);
    const test = testedBy(node);
    if (test !== null) this.tested.add(test);
    if (ts.isCallExpression(node) && node.expression.getText() === "JSON.parse")
      if (this.textOf(node) === null) this.wanted.add(typeOfParsed(node, this.types));
  }

  /** Whether what `call` parses is of another type than the program says. */
  isMisread(call: ts.CallExpression): boolean {
    const type = typeOfParsed(call, this.types);
    if (type === undefined) return false;
    if (!this.isJson(type)) return true;
    const text = this.textOf(call);
    if (text !== null) return !this.fitsText(text, [type], NOBODY);
    if (!this.isEntered) for (const file of this.files) walk(file, (node) => this.enter(node));
    this.isEntered = true;
    if (this.nullsAppear && isMade(call) && this.holdsNumbers(type)) return true;
    return [...this.texts].some((one) => !this.fitsText(one, [...this.wanted], this.tested));
  }

  private textOf({ arguments: [text] }: ts.CallExpression): string | null {
    const type = text && this.types.typeAt(bare(text));
    return type?.isStringLiteral() === true ? type.value : null;
  }

  private fitsText(
    text: string,
    wanted: readonly (ts.Type | undefined)[],
    tested: ReadonlySet<string>,
  ): boolean {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return true;
    }
    return wanted.some((type) => type === undefined || this.fits(value, type, tested));
  }

  /** Whether values of `type` come out of JSON as they are. */
  private isJson(type: ts.Type, seen = new Set<ts.Type>()): boolean {
    if (seen.has(type)) return true;
    seen.add(type);
    if (type.isUnion()) return type.types.every((part) => this.isJson(part, seen));
    if (isOpen(type)) return true;
    const kind = this.types.kindOf(type);
    if (!JSON_KINDS.has(kind)) return false;
    return this.partsOf(type).every(
      ([part, isElement]) =>
        (!isElement || (part.flags & ts.TypeFlags.Undefined) === 0) && this.isJson(part, seen),
    );
  }

  /** Whether a number that may not be null is in values of `type`. */
  private holdsNumbers(type: ts.Type, seen = new Set<ts.Type>()): boolean {
    if (seen.has(type)) return false;
    seen.add(type);
    if (type.isUnion()) {
      const acceptsNull = type.types.some(({ flags }) => (flags & ts.TypeFlags.Null) !== 0);
      return !acceptsNull && type.types.some((part) => this.holdsNumbers(part, seen));
    }
    if (this.types.kindOf(type) === "number") return true;
    return this.partsOf(type).some(([part]) => this.holdsNumbers(part, seen));
  }

  /** The types of members and elements, and whether it is an element. */
  private partsOf(type: ts.Type): [ts.Type, boolean][] {
    const { checker } = this.types;
    const kind = this.types.kindOf(type);
    if (kind === "array" || kind === "tuple")
      return checker
        .getTypeArguments(type as ts.TypeReference)
        .flatMap((part) => (part.isUnion() ? part.types : [part]))
        .map((part) => [part, true]);
    if (kind !== "record" && kind !== "dict") return [];
    const members = type
      .getProperties()
      .filter(({ flags }) => (flags & ts.SymbolFlags.Optional) === 0)
      .map((property) => checker.getTypeOfSymbol(property));
    const values = checker.getIndexInfosOfType(type).map((info) => info.type);
    return [...members, ...values].map((part) => [part, false]);
  }

  private fits(value: unknown, type: ts.Type, tested: ReadonlySet<string>): boolean {
    if (isOpen(type)) return true;
    if (type.isUnion()) return type.types.some((part) => this.fits(value, part, tested));
    const flags = FLAGS[value === null ? "null" : typeof value];
    if (flags !== undefined) return (type.flags & flags) !== 0 || isBranded(type, flags);
    const kind = this.types.kindOf(type);
    if (Array.isArray(value)) {
      const isList = kind === "array" || kind === "tuple";
      return isList && this.fitElements(value, type as ts.TypeReference, tested);
    }
    if (kind !== "record" && kind !== "dict") return false;
    return Object.entries(value as object).every(([key, item]) => {
      const part = this.memberType(type, key);
      return part === undefined || tested.has(key) || this.fits(item, part, tested);
    });
  }

  private fitElements(
    values: readonly unknown[],
    type: ts.TypeReference,
    tested: ReadonlySet<string>,
  ): boolean {
    const parts = this.types.checker.getTypeArguments(type);
    const isTuple = this.types.kindOf(type) === "tuple";
    if (isTuple && values.length < parts.length) return false;
    return values.every((item, index) => {
      const part = parts[isTuple ? index : 0];
      return part === undefined || this.fits(item, part, tested);
    });
  }

  private memberType(type: ts.Type, key: string): ts.Type | undefined {
    const { checker } = this.types;
    const property = type.getProperty(key);
    if (property !== undefined) return checker.getTypeOfSymbol(property);
    return checker.getIndexInfosOfType(type)[0]?.type;
  }
}

const NOBODY: ReadonlySet<string> = new Set();

/** The name in `typeof config.port` and `Array.isArray(config.ports)`. */
function testedBy(node: ts.Node): string | null {
  const isCheck =
    ts.isCallExpression(node) && /^(Array|Number)\.is\w+$/.test(node.expression.getText());
  const tested = ts.isTypeOfExpression(node)
    ? bare(node.expression)
    : isCheck && node.arguments[0]
      ? bare(node.arguments[0])
      : null;
  return tested !== null && ts.isPropertyAccessExpression(tested) ? tested.name.text : null;
}

const isInfinite = (node: ts.Expression): boolean =>
  /^-?(NaN|Infinity|Number\.(NaN|(POSITIVE|NEGATIVE)_INFINITY))$/.test(node.getText());

/** `JSON.parse(JSON.stringify(…))` */
const isMade = ({ arguments: [text] }: ts.CallExpression): boolean =>
  text !== undefined && !ts.isStringLiteralLike(bare(text));

const isOpen = (type: ts.Type): boolean =>
  (type.flags & OPEN) !== 0 || (type.isIntersection() && type.types.some(isOpen));

/** `number & { brand }` */
const isBranded = (type: ts.Type, flags: ts.TypeFlags): boolean =>
  type.isIntersection() && type.types.some((part) => (part.flags & flags) !== 0);

const FLAGS: Readonly<Record<string, ts.TypeFlags>> = {
  boolean: ts.TypeFlags.BooleanLike,
  null: ts.TypeFlags.Null,
  number: ts.TypeFlags.NumberLike,
  string: ts.TypeFlags.StringLike,
};

const JSON_KINDS: ReadonlySet<string> = new Set([
  "array",
  "boolean",
  "dict",
  "null",
  "number",
  "record",
  "string",
  "tuple",
  "unknown",
]);
