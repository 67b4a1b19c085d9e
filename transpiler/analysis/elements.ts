// What is known about the numbers that arrays hold: of those that stay in the variable they are made for.
import { ts } from "ts-morph";
import { BYTE, either, INT, FLOAT, int, UNKNOWN, type NumberInfo } from "./number-info";
import { bare, isAssignmentOperator } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

type Evaluate = (node: ts.Expression) => NumberInfo | null;

/** Methods that neither hand the array on nor put something else into it. */
const READS = new Set(
  "at concat entries every filter find findIndex forEach includes indexOf join lastIndexOf length map pop reverse shift slice some sort splice toSorted".split(
    " ",
  ),
);
const SAME_ELEMENTS = new Set(["filter", "slice", "reverse", "sort", "toSorted"]);

export class Elements {
  /** Arrays that are being asked about: what they hold may be made of what they hold. */
  private readonly open = new Set<ts.Declaration>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly evaluate: Evaluate,
  ) {}

  /** The numbers in `container`; undefined if it holds none, or nobody knows. */
  of(container: ts.Expression): NumberInfo | null | undefined {
    const node = bare(container);
    const type = this.types.typeAt(container);
    if (this.types.kindOf(type) === "bytes") return hasSigned(type) ? int(-128, 255) : BYTE;
    if (this.types.kindOf(type) === "tuple") return undefined;
    const element = this.types.checker.getIndexTypeOfType(type, ts.IndexKind.Number);
    if (element === undefined || !this.types.kindsOf(element).has("number")) return undefined;
    const flavour = this.types.flavourOf(element);
    if (flavour !== undefined) return flavour === "int" ? INT : FLOAT;
    if (ts.isArrayLiteralExpression(node)) return this.join(node.elements);
    if (ts.isCallExpression(node)) return this.ofCall(node);
    const declaration = this.uses.declarationAt(
      ts.isPropertyAccessExpression(node) ? node.name : node,
    );
    return declaration === undefined ? UNKNOWN : this.ofVariable(declaration);
  }

  private join(elements: readonly ts.Expression[]): NumberInfo | null {
    return elements.reduce<NumberInfo | null>((all, element) => {
      const info = ts.isSpreadElement(element)
        ? (this.of(element.expression) ?? null)
        : this.evaluate(element);
      return either(all, info);
    }, null);
  }

  private ofCall(node: ts.CallExpression): NumberInfo | null | undefined {
    const callee = node.expression;
    if (!ts.isPropertyAccessExpression(callee)) return UNKNOWN;
    if (SAME_ELEMENTS.has(callee.name.text)) return this.of(callee.expression);
    if (callee.name.text === "concat") {
      const parts = [callee.expression, ...node.arguments].map((part) => this.of(part));
      return parts.reduce<NumberInfo | null>(
        (all, part) => either(all, part === undefined ? UNKNOWN : part),
        null,
      );
    }
    const [callback] = node.arguments;
    if (callee.name.text !== "map" || callback === undefined || !ts.isArrowFunction(callback))
      return UNKNOWN;
    return ts.isBlock(callback.body) ? UNKNOWN : this.evaluate(callback.body);
  }

  private ofVariable(declaration: ts.Declaration): NumberInfo | null {
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration))
      return UNKNOWN;
    const { initializer } = declaration;
    const { references, writes } = this.uses.of(declaration);
    if (initializer === undefined || writes.length > 0) return UNKNOWN;
    if (this.open.has(declaration)) return UNKNOWN;
    this.open.add(declaration);
    const added = [this.of(initializer) ?? null, ...references.map((one) => this.addedBy(one))];
    this.open.delete(declaration);
    return added.reduce<NumberInfo | null>(
      (all, one) => either(all, one === undefined ? UNKNOWN : one),
      null,
    );
  }

  /** Whether `node` only moves an element of the array that `access` names to another place. */
  private isMove(node: ts.Expression, access: ts.Node): boolean {
    const inner = bare(node);
    const nameOf = (part: ts.Node) => (ts.isPropertyAccessExpression(part) ? part.name : part);
    const declaration = this.uses.declarationAt(nameOf(access));
    return (
      ts.isElementAccessExpression(inner) &&
      declaration !== undefined &&
      this.uses.declarationAt(nameOf(bare(inner.expression))) === declaration
    );
  }

  /** What is assigned to the element `use`: nothing if it is only read. */
  private storedBy(use: ts.ElementAccessExpression, access: ts.Node): NumberInfo | null {
    let target: ts.Expression = use;
    while (ts.isNonNullExpression(target.parent) || ts.isParenthesizedExpression(target.parent))
      target = target.parent;
    const { parent } = target;
    // `[a[0], a[1]] = …` looks like any other array.
    if (ts.isArrayLiteralExpression(parent) && isAssigned(parent)) return UNKNOWN;
    if (!ts.isBinaryExpression(parent) || parent.left !== target) return null;
    const { kind } = parent.operatorToken;
    if (!isAssignmentOperator(kind)) return null;
    const isPlain = kind === ts.SyntaxKind.EqualsToken;
    if (isPlain && this.isMove(parent.right, access)) return null;
    return isPlain ? this.evaluate(parent.right) : this.evaluate(parent);
  }

  /** What a use of the array puts into it; undefined if it hands the array on. */
  private addedBy(reference: ts.Node): NumberInfo | null | undefined {
    const isMember =
      ts.isPropertyAccessExpression(reference.parent) && reference.parent.name === reference;
    const access = isMember ? reference.parent : reference;
    const use = access.parent;
    if (ts.isElementAccessExpression(use) && use.expression === access) {
      return this.storedBy(use, access);
    }
    if (ts.isForOfStatement(use) || ts.isSpreadElement(use)) return null;
    if (!ts.isPropertyAccessExpression(use) || use.expression !== access) return undefined;
    const isCall = ts.isCallExpression(use.parent) && use.parent.expression === use;
    if (isCall && ["push", "unshift"].includes(use.name.text))
      return this.join((use.parent as ts.CallExpression).arguments);
    return READS.has(use.name.text) ? null : undefined;
  }
}

const isAssigned = (node: ts.Expression) =>
  ts.isBinaryExpression(node.parent) &&
  node.parent.left === node &&
  node.parent.operatorToken.kind === ts.SyntaxKind.EqualsToken;

function hasSigned(type: ts.Type): boolean {
  const parts = type.isUnion() ? type.types : [type];
  return parts.some((part) => part.symbol?.name === "Int8Array");
}
