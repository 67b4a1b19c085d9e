// TypeScript takes a variable for what was last assigned to it, also after a call of a function that
// assigns something else (microsoft/TypeScript#9998). There it is what its declaration says.
import { ts } from "ts-morph";
import { bare, endsInExit, isInvocation, isLoop, isWithin, scopeOf } from "./syntax";
import { isLibraryFile, type Types } from "./types";
import type { Uses } from "./uses";
import { some, walkKinds } from "./walk";
import type { Write } from "./writes";

const KINDS = new Set([ts.SyntaxKind.Identifier, ts.SyntaxKind.PropertyAccessExpression]);

export class StaleTypes {
  private readonly declared = new Map<ts.Declaration, ts.Type | undefined>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  /** The variables and members whose type may be over, with the one that they are declared with. */
  in(files: readonly ts.SourceFile[]): ReadonlyMap<ts.Node, ts.Type> {
    const found = new Map<ts.Node, ts.Type>();
    for (const file of files)
      walkKinds(file, KINDS, (node) => {
        const type = this.of(node);
        if (type !== undefined) found.set(node, type);
      });
    return found;
  }

  private of(node: ts.Node): ts.Type | undefined {
    if (ts.isPropertyAccessExpression(node)) return this.ofMember(node);
    if (!ts.isIdentifier(node)) return undefined;
    const declaration = this.uses.declarationAt(node);
    if (declaration === undefined || declaration === node.parent) return undefined;
    const declared = this.declaredType(declaration);
    if (declared === undefined || !this.mayBeOver(node, declaration)) return undefined;
    return declared;
  }

  /** A member whose values are of several kinds. */
  private ofMember(node: ts.PropertyAccessExpression): ts.Type | undefined {
    const declaration = this.uses.declarationAt(node.name);
    const writes = declaration === undefined ? 0 : this.uses.of(declaration).writes.length;
    if (declaration === undefined || writes === 0) return undefined;
    const find = () => this.declaredOf(node) !== undefined;
    if (writes > 1 && this.types.memory.fact("narrowed member", node, find))
      return this.memberMayBeOver(node, declaration) ? this.declaredOf(node) : undefined;
    const findNull = () => this.nullableOf(node) !== undefined;
    if (!this.types.memory.fact("member that is there", node, findNull)) return undefined;
    return this.nullMayBeBack(node, declaration) ? this.nullableOf(node) : undefined;
  }

  /** The declared type of a member that TypeScript takes for something that is there. */
  private nullableOf(node: ts.PropertyAccessExpression): ts.Type | undefined {
    const { checker } = this.types;
    const symbol = checker.getTypeAtLocation(node.expression).getProperty(node.name.text);
    const declared = symbol && checker.getTypeOfSymbol(symbol);
    if (declared === undefined || !this.types.isNullable(declared)) return undefined;
    return this.types.isNullable(checker.getTypeAtLocation(node)) ? undefined : declared;
  }

  /** Whether something that is known to write to the member runs between where it was there and `node`. */
  private nullMayBeBack(node: ts.PropertyAccessExpression, declaration: ts.Declaration): boolean {
    const scope = scopeOf(node);
    const own = writesBefore(node, scope, this.uses.of(declaration).writes).map(doneAt);
    const tested = this.testedAt(node, declaration, scope);
    const from = Math.max(...own, ...(tested === undefined ? [] : [tested]));
    if (from < 0) return false;
    return some(
      scope,
      (part) =>
        isInvocation(part) &&
        part.end > from &&
        part.end <= node.pos &&
        scopeOf(part) === scope &&
        this.writesTo(declaration, part, new Set()),
    );
  }

  /** Whether `call`, a function that it is given, or what it calls writes to the member. */
  private writesTo(declaration: ts.Declaration, call: ts.Node, seen: Set<ts.Node>): boolean {
    const { writes } = this.uses.of(declaration);
    if (writes.some(({ target }) => isWithin(target, call))) return true;
    const called = this.types.calledBy(call as ts.CallLikeExpression);
    if (called === undefined || seen.has(called)) return false;
    seen.add(called);
    // `hook()`: any function that the program hands on may be meant.
    if (ts.isFunctionTypeNode(called) && !isLibraryFile(called.getSourceFile()))
      return writes.some(({ target }) => isHanded(scopeOf(target)));
    return (
      writes.some(({ target }) => isWithin(target, called)) ||
      some(called, (part) => isInvocation(part) && this.writesTo(declaration, part, seen))
    );
  }

  /** The declared type of a member that TypeScript takes for fewer kinds of values. */
  private declaredOf(node: ts.PropertyAccessExpression): ts.Type | undefined {
    const { checker } = this.types;
    const symbol = checker.getTypeAtLocation(node.expression).getProperty(node.name.text);
    const declared = symbol && checker.getTypeOfSymbol(symbol);
    if (declared === undefined || !declared.isUnion()) return undefined;
    const kinds = this.kindsWithoutNull(declared);
    const own = checker.getTypeAtLocation(node);
    const isNarrowed = kinds > 1 && this.kindsWithoutNull(own) !== kinds;
    const isOneNothing = nothings(declared) > 1 && nothings(own) === 1;
    return isNarrowed || isOneNothing ? declared : undefined;
  }

  private kindsWithoutNull(type: ts.Type): number {
    return [...this.types.kindsOf(type)].filter((kind) => kind !== "null").length;
  }

  private memberMayBeOver(node: ts.PropertyAccessExpression, declaration: ts.Declaration): boolean {
    const scope = scopeOf(node);
    const { writes } = this.uses.of(declaration);
    const own = writesBefore(node, scope, writes);
    if (own.length === 0 || own.length === writes.length) return false;
    const tested = this.testedAt(node, declaration, scope) ?? 0;
    return this.callsBetween(Math.max(tested, ...own.map(doneAt)), node, scope);
  }

  /** The type of a variable that some function assigns to, and that may be of several types. */
  private declaredType(declaration: ts.Declaration): ts.Type | undefined {
    if (this.declared.has(declaration)) return this.declared.get(declaration);
    const { captured, writes } = this.uses.of(declaration);
    const isVariable = ts.isVariableDeclaration(declaration) && declaration.type !== undefined;
    const type = isVariable ? this.types.checker.getTypeAtLocation(declaration) : undefined;
    const isMixed = type !== undefined && type.isUnion() && captured && writes.length > 0;
    const result = isMixed ? type : undefined;
    this.declared.set(declaration, result);
    return result;
  }

  private mayBeOver(node: ts.Identifier, declaration: ts.Declaration): boolean {
    const scope = scopeOf(node);
    const { writes } = this.uses.of(declaration);
    const isElsewhere = writes.some(({ target }) => scopeOf(target) !== scope);
    if (!isElsewhere) return false;
    const own = writesBefore(node, scope, writes);
    const isHere = scopeOf(declaration) === scope;
    const tested = this.testedAt(node, declaration, scope);
    if (own.length === 0 && !isHere && tested === undefined) return false;
    const from = Math.max(isHere ? declaration.end : 0, tested ?? 0, ...own.map(doneAt));
    return this.callsBetween(from, node, scope);
  }

  /** Whether code of the program may run after `from` and before `node`. */
  private callsBetween(from: number, node: ts.Node, scope: ts.Node): boolean {
    // What a loop calls behind `node` comes before it in the next turn.
    const end = loopAround(node, scope, from)?.end ?? node.pos;
    return some(scope, (part) => {
      const isCall = isInvocation(part) || ts.isAwaitExpression(part);
      if (!isCall || part.end <= from || part.end > end) return false;
      return scopeOf(part) === scope && this.runsProgram(part);
    });
  }

  private runsProgram(node: ts.Node): boolean {
    if (!isInvocation(node)) return true;
    const declaration = this.types.checker.getResolvedSignature(node)?.declaration;
    if (declaration === undefined || !isLibraryFile(declaration.getSourceFile())) return true;
    const given = ts.isTaggedTemplateExpression(node) ? [] : (node.arguments ?? []);
    return given.some((argument) => this.types.kindAt(argument) === "function");
  }

  /** Where the last test ends, around or above `node`, that has asked what the variable is. */
  private testedAt(node: ts.Node, declaration: ts.Declaration, scope: ts.Node): number | undefined {
    const asks = (part: ts.Node) => this.names(part, declaration);
    for (let child = node; child !== scope; child = child.parent) {
      const { parent } = child;
      const tests = [guardOf(child, parent), ...guardsAbove(child, parent)];
      const asking = tests.filter((test) => test !== undefined).filter(asks);
      if (asking.length > 0) return Math.max(...asking.map(({ end }) => end));
    }
    return undefined;
  }

  private names(part: ts.Node, declaration: ts.Declaration): boolean {
    return some(
      part,
      (one) => ts.isIdentifier(one) && this.uses.declarationAt(one) === declaration,
    );
  }
}

/** How many of null and undefined are among the values of `type`. */
const nothings = (type: ts.Type): number =>
  [ts.TypeFlags.Null, ts.TypeFlags.Undefined].filter((flag) =>
    (type.isUnion() ? type.types : [type]).some(({ flags }) => (flags & flag) !== 0),
  ).length;

const writesBefore = (node: ts.Node, scope: ts.Node, writes: readonly Write[]): Write[] =>
  writes.filter((write) => scopeOf(write.target) === scope && doneAt(write) <= node.pos);

/** The outermost loop that goes around `node` and begins after `from`. */
function loopAround(node: ts.Node, scope: ts.Node, from: number): ts.Node | undefined {
  let result: ts.Node | undefined;
  for (let outer = node.parent; outer !== scope && outer.pos >= from; outer = outer.parent)
    if (isLoop(outer)) result = outer;
  return result;
}

const isHanded = (scope: ts.Node): boolean =>
  ts.isArrowFunction(scope) || ts.isFunctionExpression(scope);

/** What `target = value` calls is done before it assigns. */
const doneAt = ({ target, node }: Write): number =>
  ts.isBinaryExpression(node) && bare(node.left) === target ? node.end : target.end;

/** The condition in `parent` that has found something when `child` runs. */
function guardOf(child: ts.Node, parent: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isSwitchStatement(parent))
    return child === parent.expression ? undefined : parent.expression;
  if (ts.isConditionalExpression(parent))
    return child === parent.condition ? undefined : parent.condition;
  if (ts.isForStatement(parent)) return child === parent.statement ? parent.condition : undefined;
  return ts.isBinaryExpression(parent) && child === parent.right && isLogical(parent)
    ? parent.left
    : undefined;
}

const isLogical = ({ operatorToken: { kind } }: ts.BinaryExpression): boolean =>
  kind === ts.SyntaxKind.AmpersandAmpersandToken || kind === ts.SyntaxKind.BarBarToken;

/** The conditions of `if (…) return` that stand before `child`. */
function guardsAbove(child: ts.Node, parent: ts.Node): ts.Expression[] {
  const isList = ts.isBlock(parent) || ts.isSourceFile(parent) || ts.isCaseOrDefaultClause(parent);
  if (!isList) return [];
  return (parent.statements as readonly ts.Statement[])
    .filter((statement): statement is ts.IfStatement => ts.isIfStatement(statement))
    .filter((statement) => statement.end <= child.pos && endsInExit(statement.thenStatement))
    .map(({ expression }) => expression);
}
