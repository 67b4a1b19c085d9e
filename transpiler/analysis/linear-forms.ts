// Expressions of the program as sums of what they name.
import { ts } from "ts-morph";
import { constantly, minus, ofAtom, plus, times, type Atom, type Linear } from "./linear";
import type { Numbers } from "./numbers";
import { bare, isFunctionNode, lengthOwner } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

const SIZED = new Set(["array", "bytes", "string", "tuple"]);

export class LinearForms {
  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly numbers: Numbers,
  ) {}

  /** null where that is no whole number for sure. */
  of(expression: ts.Expression): Linear | null {
    const node = bare(expression);
    const info = this.numbers.of(node);
    if (info.kind !== "int" || info.large) return null;
    if (info.low === info.high) return constantly(info.low);
    if (ts.isBinaryExpression(node)) {
      const sum = this.ofOperation(node);
      if (sum !== null) return sum;
    }
    const container = ts.isOptionalChain(node) ? null : lengthOwner(node);
    if (container !== null && SIZED.has(this.types.kindAt(container)))
      return this.lengthOf(container);
    return ofAtom(this.atomOf(node, "value"));
  }

  private ofOperation(node: ts.BinaryExpression): Linear | null {
    const operator = ts.tokenToString(node.operatorToken.kind);
    if (operator !== "+" && operator !== "-" && operator !== "*") return null;
    const left = this.of(node.left);
    const right = this.of(node.right);
    if (left === null || right === null) return null;
    if (operator === "+") return plus(left, right);
    if (operator === "-") return minus(left, right);
    if (left.terms.size === 0) return times(right, left.constant);
    return right.terms.size === 0 ? times(left, right.constant) : null;
  }

  lengthOf(container: ts.Expression): Linear {
    const node = bare(container);
    if (ts.isStringLiteral(node)) return constantly(node.text.length);
    const isPlain = ts.isArrayLiteralExpression(node) && !node.elements.some(ts.isSpreadElement);
    return isPlain ? constantly(node.elements.length) : ofAtom(this.atomOf(node, "length"));
  }

  atomOf(node: ts.Expression, form: Atom["form"]): Atom {
    const { key, declaration } = this.identity(node);
    const path = form === "length" && declaration === undefined ? this.pathOf(node) : null;
    if (path !== null) return { key: `length of ${path}`, form, node, declaration };
    return { key: form === "length" ? `length of ${key}` : key, form, node, declaration };
  }

  /** `rows[y]`, the same wherever conditions about it hold; null if it is something else. */
  private pathOf(node: ts.Expression): string | null {
    if (!ts.isElementAccessExpression(node) || node.questionDotToken !== undefined) return null;
    const parts = [node.expression, node.argumentExpression].map((part) => {
      const inner = bare(part);
      if (ts.isNumericLiteral(inner)) return inner.text;
      const { key, declaration } = this.identity(inner);
      return declaration === undefined ? null : key;
    });
    return parts.includes(null) ? null : `${parts[0]}[${parts[1]}]`;
  }

  private identity(node: ts.Expression): { key: string; declaration: ts.Declaration | undefined } {
    const isOwn =
      ts.isPropertyAccessExpression(node) && node.expression.kind === ts.SyntaxKind.ThisKeyword;
    const named = ts.isIdentifier(node) ? node : isOwn ? node.name : undefined;
    const declaration = named && this.uses.declarationAt(named);
    if (declaration === undefined || isFunctionNode(declaration))
      return { key: placeKey(node), declaration: undefined };
    const key = placeKey(declaration);
    return { key: isOwn || isOfInstance(declaration) ? `this ${key}` : key, declaration };
  }
}

/** A parameter property is the field, as long as nobody writes to it. */
const isOfInstance = (declaration: ts.Declaration) =>
  ts.isParameter(declaration) && ts.isParameterPropertyDeclaration(declaration, declaration.parent);

const placeKey = (node: ts.Node) => `${node.getSourceFile().fileName}:${node.pos}:${node.end}`;
