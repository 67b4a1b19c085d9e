// Which numbers become keys of Maps and Sets: NaN is a key like any other in JavaScript
// (SameValueZero, ECMAScript 7.2.11), and equals nothing in Python.
import { ts } from "ts-morph";
import type { Numbers } from "./numbers";
import { bare } from "./syntax";
import type { Types } from "./types";
import { some } from "./walk";

export class NumberKeys {
  private found: boolean | null = null;

  constructor(
    private readonly types: Types,
    private readonly numbers: Numbers,
    private readonly files: readonly ts.SourceFile[],
  ) {}

  /** Whether a key of any Map or Set may be NaN; sought when first asked for. */
  get mayBeNaN(): boolean {
    this.found ??= this.files.some((file) => some(file, (node) => this.adds(node)));
    return this.found;
  }

  private adds(node: ts.Node): boolean {
    if (ts.isNewExpression(node)) return this.isMadeOf(node);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
    const { expression, name } = node.expression;
    const kind = this.types.kindAt(expression);
    const isAdding =
      (kind === "map" && name.text === "set") || (kind === "set" && name.text === "add");
    // A class may extend Map, a type parameter be one.
    if (!isAdding && kind !== "unknown") return false;
    const [key] = node.arguments;
    return key !== undefined && this.isUnfinite(key);
  }

  private isMadeOf(node: ts.NewExpression): boolean {
    const kind = this.types.kindAt(node);
    const [given] = node.arguments ?? [];
    if ((kind !== "map" && kind !== "set") || given === undefined) return false;
    const values = bare(given);
    if (!ts.isArrayLiteralExpression(values)) {
      const elements = kind === "set" ? this.numbers.elementsOf(values) : null;
      return elements === null ? this.numbers.holdsUnfinite : !elements.finite;
    }
    return values.elements.some((element) => {
      const entry = bare(element);
      if (kind === "set") return ts.isSpreadElement(entry) || this.isUnfinite(entry);
      const key = ts.isArrayLiteralExpression(entry) ? entry.elements[0] : undefined;
      return key === undefined || ts.isSpreadElement(key) || this.isUnfinite(key);
    });
  }

  private isUnfinite(node: ts.Expression): boolean {
    if (ts.isSpreadElement(node)) return this.numbers.holdsUnfinite;
    return this.types.kindsAt(node).has("number") && !this.numbers.of(node).finite;
  }
}
