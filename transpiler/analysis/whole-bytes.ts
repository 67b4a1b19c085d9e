// Whether a Uint8Array is all of its buffer: one that is a part of another does not know in Python
// what it is a part of. Followed back through variables, parameters, results and, by their names,
// members; what cannot be followed may be a part.
import { ts } from "ts-morph";
import { GIVING_ITSELF } from "./container-methods";
import { GivenMembers } from "./given-members";
import { namedCalls } from "./named-calls";
import { returnedBy } from "./returned";
import { bare, isAsync, isFunctionNode, isGenerator } from "./syntax";
import { makesByteView } from "./typed-arrays";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";
import { byTree, some } from "./walk";

const OR: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);

export class WholeBytes {
  /** Whether the program has no parts at all. */
  private readonly areAll: boolean;
  /** What is found to be whole, or being followed: to come back to it adds nothing. */
  private seen = new Set<ts.Node>();
  private members: GivenMembers | null = null;

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly files: readonly ts.SourceFile[],
  ) {
    this.areAll = !files.some((file) =>
      byTree(file, makesByteView, () => some(file, makesByteView)),
    );
  }

  includes(node: ts.Expression): boolean {
    if (this.areAll) return true;
    const known = new Set(this.seen);
    const result = this.isWhole(node);
    // What was taken for whole on the way may be none.
    if (!result) this.seen = known;
    return result;
  }

  private isWhole(node: ts.Expression | null): boolean {
    if (node === null) return false;
    const inner = bare(node);
    if (ts.isNewExpression(inner))
      return inner.expression.getText() === "Uint8Array" && (inner.arguments?.length ?? 0) < 2;
    if (ts.isConditionalExpression(inner))
      return this.isWhole(inner.whenTrue) && this.isWhole(inner.whenFalse);
    if (ts.isBinaryExpression(inner) && OR.has(inner.operatorToken.kind))
      return this.isWhole(inner.left) && this.isWhole(inner.right);
    if (ts.isCallExpression(inner)) return this.once(inner, () => this.isWholeResult(inner));
    if (ts.isPropertyAccessExpression(inner))
      return this.once(inner, () => this.isWholeMember(inner));
    const declaration = ts.isIdentifier(inner) ? this.uses.declarationAt(inner) : undefined;
    return declaration !== undefined && this.isWholeName(declaration);
  }

  private once(node: ts.Node, find: () => boolean): boolean {
    if (this.seen.has(node)) return true;
    this.seen.add(node);
    return find();
  }

  private isWholeName(declaration: ts.Declaration): boolean {
    return this.once(declaration, () => {
      const { writes } = this.uses.of(declaration);
      if (!writes.every(({ value }) => this.isWhole(value))) return false;
      if (ts.isParameter(declaration)) return this.isWholeParameter(declaration);
      if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name))
        return false;
      const isEmpty = ts.isVariableStatement(declaration.parent.parent) && writes.length > 0;
      return declaration.initializer === undefined
        ? isEmpty
        : this.isWhole(declaration.initializer);
    });
  }

  private isWholeParameter(parameter: ts.ParameterDeclaration): boolean {
    const { parent: owner, initializer } = parameter;
    if (parameter.dotDotDotToken !== undefined || !ts.isIdentifier(parameter.name)) return false;
    const calls = isFunctionNode(owner) ? namedCalls(owner, this.uses, this.files) : null;
    if (calls === null || (initializer !== undefined && !this.isWhole(initializer))) return false;
    const index = owner.parameters.indexOf(parameter);
    return calls.every(({ arguments: given = [] }) => {
      const argument = given[index];
      if (given.slice(0, index + 1).some(ts.isSpreadElement)) return false;
      return argument === undefined || this.isWhole(argument);
    });
  }

  private isWholeResult(node: ts.CallExpression): boolean {
    const called = this.types.calledBy(node);
    if (called === undefined) return false;
    if (isLibraryFile(called.getSourceFile())) return this.isMadeByLibrary(node.expression);
    const isPlain = ts.isFunctionDeclaration(called) || ts.isArrowFunction(called);
    if (!isPlain || isAsync(called) || isGenerator(called) || called.body === undefined)
      return false;
    return returnedBy(called).every((value) => this.isWhole(value));
  }

  /** `bytes.slice(1)`, `Uint8Array.from(list)`, `encoder.encode(text)` */
  private isMadeByLibrary(callee: ts.Expression): boolean {
    if (!ts.isPropertyAccessExpression(callee) || callee.name.text === "subarray") return false;
    if (GIVING_ITSELF.has(callee.name.text)) return this.isWhole(callee.expression);
    const isStatic = callee.expression.getText() === "Uint8Array";
    return (
      isStatic || callee.name.text === "encode" || this.types.kindAt(callee.expression) === "bytes"
    );
  }

  /** Whether all that is given to members of this name, of any object, is whole. */
  private isWholeMember(node: ts.PropertyAccessExpression): boolean {
    const declaration = this.uses.declarationAt(node.name);
    if (declaration === undefined || declaration.getSourceFile().isDeclarationFile) return false;
    this.members ??= new GivenMembers(this.types, this.files);
    const given = this.members.of(node.name.text);
    return (
      given?.every((value) =>
        ts.isParameter(value) ? this.isWholeName(value) : this.isWhole(value),
      ) ?? false
    );
  }
}
