// Which object literals get members after they are made: what has one member, and never gets more, needs no order.
import { ts } from "ts-morph";
import { bare } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";
import { walkKinds } from "./walk";
import { WRITING, writesOf } from "./writes";

const KINDS = new Set([...WRITING, ts.SyntaxKind.CallExpression]);

export class GrownRecords {
  /** null: any may be. */
  private grown: Set<ts.Node> | null = new Set();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walkKinds(file, KINDS, (node) => this.enter(node));
  }

  has(literal: ts.Node): boolean {
    return this.grown === null || this.grown.has(literal);
  }

  private enter(node: ts.Node): void {
    if (ts.isCallExpression(node) && node.expression.getText() === "Object.assign")
      node.arguments.slice(0, 1).forEach((target) => this.grow(target));
    for (const { target } of writesOf(node)) {
      if (!ts.isElementAccessExpression(target) && !ts.isPropertyAccessExpression(target)) continue;
      if (this.mayGetMembers(target.expression)) this.grow(target.expression);
    }
  }

  /** Whether a store to a member of `node` may be to one that its type does not tell of. */
  private mayGetMembers(node: ts.Expression): boolean {
    const isAny = () => (this.types.typeAt(node).flags & ts.TypeFlags.Any) !== 0;
    return this.types.memory.fact("any", node, isAny) || this.types.kindAt(node) === "dict";
  }

  private grow(record: ts.Expression): void {
    for (const origin of this.originsOf(record, new Set())) {
      if (origin === null) this.grown = null;
      else this.grown?.add(origin);
    }
  }

  /** The object literals that `node` may be, followed through variables and arguments; null if others. */
  private originsOf(node: ts.Expression, seen: Set<ts.Node>): (ts.Node | null)[] {
    const inner = bare(node);
    if (ts.isObjectLiteralExpression(inner)) return [inner];
    const declaration = this.uses.declarationAt(
      ts.isPropertyAccessExpression(inner) ? inner.name : inner,
    );
    if (declaration === undefined) return [null];
    if (seen.has(declaration)) return [];
    seen.add(declaration);
    const values = ts.isParameter(declaration)
      ? this.argumentsFor(declaration)
      : this.valuesOf(declaration);
    return values === null ? [null] : values.flatMap((value) => this.originsOf(value, seen));
  }

  private valuesOf(declaration: ts.Declaration): ts.Expression[] | null {
    if (!ts.isVariableDeclaration(declaration) && !ts.isPropertyDeclaration(declaration))
      return null;
    const written = this.uses.of(declaration).writes.map(({ value }) => value);
    const values =
      declaration.initializer === undefined ? written : [declaration.initializer, ...written];
    return values.every((value) => value !== null) ? values : null;
  }

  private argumentsFor(parameter: ts.ParameterDeclaration): ts.Expression[] | null {
    const owner = parameter.parent;
    if (!ts.isFunctionDeclaration(owner)) return null;
    const index = owner.parameters.indexOf(parameter);
    const values: ts.Expression[] = [];
    for (const reference of this.uses.of(owner).references) {
      if (ts.isImportSpecifier(reference.parent)) continue;
      const call = reference.parent;
      const value =
        ts.isCallExpression(call) && call.expression === reference
          ? call.arguments[index]
          : undefined;
      if (value === undefined) return null;
      values.push(value);
    }
    return values;
  }
}
