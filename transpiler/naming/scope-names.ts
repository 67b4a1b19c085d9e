// Gives every declaration of one file its Python name. Python has one scope for a whole function
// where TypeScript has one for every block, so shadowing names are told apart here.
import { ts } from "ts-morph";
import {
  isFunctionNode,
  isWithin,
  propertyName,
  scopeOf,
  type FunctionNode,
} from "../analysis/syntax";
import type { Uses } from "../analysis/uses";
import { some, walk } from "../analysis/walk";
import { BUILTINS, pythonName } from "./names";

type Scope = FunctionNode | ts.PropertyDeclaration | ts.SourceFile;
type Named = ts.Declaration & { readonly name: ts.Identifier };

/** Two names of one block that are the same in Python. */
export interface Collision {
  readonly first: ts.Declaration;
  readonly second: ts.Declaration;
  readonly name: string;
}

/** Who has a Python name already; null: what is outside of the scope, or Python's own. */
interface Taken {
  readonly declaration: ts.Declaration | null;
  /** Its name in TypeScript. */
  readonly source: string;
  readonly block: ts.Node;
}

export class ScopeNames {
  readonly collisions: Collision[] = [];
  readonly names = new Map<ts.Declaration, string>();
  /** What the file imports, by the name that it has there: symbols lead to where that is declared. */
  private readonly imports = new Map<string, ts.Declaration>();

  constructor(
    private readonly uses: Uses,
    file: ts.SourceFile,
    /** Names that have to stay what they are: keyword parameters that come from data. */
    private readonly verbatim: (declaration: ts.Declaration) => string | undefined,
  ) {
    this.allocate(file);
  }

  nameOf(declaration: ts.Declaration): string | undefined {
    return this.names.get(declaration);
  }

  /** What the names are that code right in `scope` may mean. */
  visibleFrom(scope: ts.Node): Set<string> {
    const visible = new Set<string>();
    for (const [declaration, name] of this.names) {
      const home = scopeOf(declaration);
      if (home === scope || isWithin(scope, home)) visible.add(name);
    }
    return visible;
  }

  private allocate(scope: Scope): void {
    const own: Named[] = [];
    const nested: Scope[] = [];
    collect(scope, scope, own, nested);
    const taken = this.outerNames(scope);
    for (const declaration of own) {
      this.allocateOne(declaration, scope, taken);
      this.nameOverloads(declaration);
    }
    for (const inner of nested) this.allocate(inner);
  }

  /** What is written above a function for its callers has the function's name. */
  private nameOverloads(declaration: Named): void {
    const own = this.names.get(declaration);
    if (!ts.isFunctionDeclaration(declaration) || own === undefined) return;
    ts.forEachChild(declaration.parent, (other) => {
      if (isOverload(other) && other.name?.text === declaration.name?.text)
        this.names.set(other, own);
    });
  }

  /** The names that code in `scope` reaches outside of it. */
  private outerNames(scope: Scope): Map<string, Taken[]> {
    const taken = new Map<string, Taken[]>();
    if (!ts.isSourceFile(scope) || some(scope, hasReceiver))
      for (const receiver of ["self", "cls"])
        taken.set(receiver, [{ declaration: null, source: "", block: scope }]);
    if (ts.isSourceFile(scope)) return taken;
    walk(scope, (node) => {
      if (!ts.isIdentifier(node)) return;
      const declaration = this.imports.get(node.text) ?? this.uses.declarationAt(node);
      const name =
        declaration && !isWithin(declaration, scope) ? this.names.get(declaration) : undefined;
      if (name !== undefined) taken.set(name, [{ declaration: null, source: "", block: scope }]);
    });
    return taken;
  }

  private allocateOne(declaration: Named, scope: Scope, taken: Map<string, Taken[]>): void {
    if (ts.isSourceFile(scope) && isImport(declaration)) {
      this.imports.set(declaration.name.text, declaration);
    }
    const source = declaration.name.text;
    const fixed = this.verbatim(declaration);
    const wanted = fixed ?? this.wantedName(declaration, scope);
    const block = blockOf(declaration);
    const entry: Taken = { declaration, source, block };
    let name = wanted;
    for (let suffix = 1; fixed === undefined && !this.isFree(entry, taken.get(name)); suffix++) {
      const clash = taken
        .get(name)
        ?.find((other) => other.declaration !== null && other.source !== source);
      if (clash?.declaration && clash.block === block && suffix === 1) {
        this.collisions.push({ first: clash.declaration, second: declaration, name });
      }
      name = `${wanted.replace(/_$/, "")}_${suffix}`;
    }
    taken.set(name, [...(taken.get(name) ?? []), entry]);
    this.names.set(declaration, name);
  }

  private wantedName(declaration: Named, scope: Scope): string {
    const name = pythonName(declaration.name.text);
    // Python forgets a caught error behind its block: whoever names it has no other use for the name.
    const isCaught = ts.isCatchClause(declaration.parent);
    if (ts.isSourceFile(scope) && !isCaught) return name;
    const isHidden = !ts.isParameter(declaration) && BUILTINS.has(name);
    return isHidden || this.isMember(name, declaration, scope) ? `${name}_` : name;
  }

  /**
   * Whether a class in `scope` that uses the variable has a member of its name: there MicroPython
   * looks for the variable among the members (py/scope.c, scope_find_local_and_close_over).
   */
  private isMember(name: string, declaration: Named, scope: Scope): boolean {
    return this.uses.of(declaration).references.some((reference) => {
      for (let around: ts.Node = reference; around !== scope; around = around.parent) {
        if (around.parent === undefined) return false;
        const members = ts.isClassLike(around)
          ? around.members
          : ts.isObjectLiteralExpression(around)
            ? around.properties
            : [];
        if (members.some((member) => memberName(member) === name)) return true;
      }
      return false;
    });
  }

  /** Two blocks side by side may share a name, if no closure sees the one after the other was set. */
  private isFree(entry: Taken, others: readonly Taken[] | undefined): boolean {
    return (others ?? []).every((other) => {
      if (other.declaration === null || other.source !== entry.source) return false;
      if (isWithin(entry.block, other.block) || isWithin(other.block, entry.block)) return false;
      return (
        !this.uses.of(other.declaration).captured &&
        !this.uses.of(entry.declaration ?? undefined).captured
      );
    });
  }
}

/** What a method, an accessor or a static field is called in its class. */
function memberName(member: ts.ClassElement | ts.ObjectLiteralElementLike): string | null {
  if (ts.isPropertyAssignment(member) || ts.isShorthandPropertyAssignment(member)) return null;
  const own = member.name === undefined ? undefined : propertyName(member.name);
  return own === undefined ? null : pythonName(own);
}

/** In methods `self` is the object. */
const hasReceiver = (node: ts.Node) =>
  ts.isClassLike(node) ||
  (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent));

const isImport = (node: ts.Node) =>
  ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node);

function isNamed(node: ts.Node): node is Named {
  const declares =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isFunctionDeclaration(node) ||
    ts.isFunctionExpression(node) ||
    ts.isClassLike(node) ||
    ts.isEnumDeclaration(node) ||
    isImport(node);
  return (
    declares && "name" in node && node.name !== undefined && ts.isIdentifier(node.name as ts.Node)
  );
}

const isOverload = (node: ts.Node): node is ts.FunctionDeclaration =>
  ts.isFunctionDeclaration(node) && node.body === undefined;

/** The declarations that live in `scope`, and the scopes right inside it. */
function collect(node: ts.Node, scope: Scope, own: Named[], nested: Scope[]): void {
  ts.forEachChild(node, (child) => {
    if (
      ts.isTypeNode(child) ||
      ts.isInterfaceDeclaration(child) ||
      ts.isTypeAliasDeclaration(child)
    )
      return;
    if (isNamed(child) && !isOverload(child)) own.push(child);
    if (isFunctionNode(child)) nested.push(child);
    else if (ts.isPropertyDeclaration(child)) nested.push(child);
    else collect(child, scope, own, nested);
  });
}

/** The block that a declaration can be seen in. */
export function blockOf(declaration: ts.Declaration): ts.Node {
  let current: ts.Node = declaration.parent;
  while (
    !ts.isBlock(current) &&
    !ts.isSourceFile(current) &&
    !ts.isIterationStatement(current, false) &&
    !ts.isCatchClause(current) &&
    !ts.isCaseBlock(current) &&
    !isFunctionNode(current) &&
    !ts.isPropertyDeclaration(current)
  ) {
    current = current.parent;
  }
  return current;
}
