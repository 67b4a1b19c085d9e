// Which literals and `new` expressions an expression may stand for, followed through variables,
// parameters and results; so that what one record has under a name is told from what others have.
// What cannot be followed may be anything.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import { isMethod } from "./class-syntax";
import { joined } from "./joined";
import { returnedBy } from "./returned";
import {
  bare,
  isAsync,
  isFunctionNode,
  isGenerator,
  propertyName,
  type FunctionNode,
} from "./syntax";
import type { Uses } from "./uses";
import { WrittenMembers } from "./written-members";

/** Where an object is made. */
type Origin = ts.NewExpression | ts.ObjectLiteralExpression;

/** What gives a member its value: the member of a literal, or an argument of `new`. */
export type MemberValue = ts.Expression | ts.PropertyAssignment | ts.ShorthandPropertyAssignment;

export type Owner = ts.Expression | ts.ParameterDeclaration;

/** What is being followed. */
interface Trail {
  /** All of it is joined in the end: to come back to it adds nothing. */
  readonly joined: Set<ts.Node>;
  /** What a member of is sought: to come back to it there is no end. */
  readonly outer: ReadonlySet<ts.Node>;
}

export class Origins {
  private readonly written: WrittenMembers;
  private readonly known = new Map<Owner, Map<string, readonly MemberValue[] | null>>();

  constructor(
    private readonly uses: Uses,
    private readonly callers: Callers,
    files: readonly ts.SourceFile[],
  ) {
    this.written = new WrittenMembers(files);
  }

  /** All that member `name` of `owner` was ever given by name; null if that cannot be said. */
  valuesOf(owner: Owner, name: string): readonly MemberValue[] | null {
    const ofOwner = this.known.get(owner) ?? new Map<string, readonly MemberValue[] | null>();
    this.known.set(owner, ofOwner);
    const known = ofOwner.get(name);
    if (known !== undefined) return known;
    const values = this.members(owner, name, { joined: new Set(), outer: new Set() });
    ofOwner.set(name, values);
    return values;
  }

  private members(owner: Owner, name: string, from: Trail): MemberValue[] | null {
    if (this.written.has(name)) return null;
    const trail = { joined: new Set<ts.Node>(), outer: new Set([...from.outer, ...from.joined]) };
    const origins = ts.isParameter(owner)
      ? this.ofDeclaration(owner, trail)
      : this.ofExpression(owner, trail);
    return joined(origins, (origin) => this.memberOf(origin, name, trail));
  }

  private memberOf(origin: Origin, name: string, trail: Trail): MemberValue[] | null {
    if (ts.isNewExpression(origin)) return this.argumentFor(origin, name);
    const found: MemberValue[] = [];
    // Of two members of one name the later one counts; what is spread may have it or not.
    for (const property of [...origin.properties].reverse()) {
      if (ts.isSpreadAssignment(property)) {
        const spread = this.members(property.expression, name, trail);
        if (spread === null) return null;
        found.push(...spread);
        continue;
      }
      const text = propertyName(property.name);
      if (text !== undefined && text !== name) continue;
      const isValue =
        ts.isPropertyAssignment(property) || ts.isShorthandPropertyAssignment(property);
      return isValue && text !== undefined ? [...found, property] : null;
    }
    return found;
  }

  /** `new Point(1, 2).x`, where the constructor's parameter is the field. */
  private argumentFor(node: ts.NewExpression, name: string): MemberValue[] | null {
    const constructor = this.callers.calledBy(node);
    if (typeof constructor !== "object" || !ts.isConstructorDeclaration(constructor)) return null;
    if (this.uses.declarationAt(node.expression) !== constructor.parent) return null;
    const index = constructor.parameters.findIndex(
      (parameter) =>
        ts.isParameterPropertyDeclaration(parameter, constructor) &&
        ts.isIdentifier(parameter.name) &&
        parameter.name.text === name,
    );
    const parameter = constructor.parameters[index];
    const given = node.arguments ?? [];
    const argument = given[index];
    if (parameter === undefined || argument === undefined) return null;
    if (parameter.initializer !== undefined || this.uses.of(parameter).writes.length > 0)
      return null;
    return given.slice(0, index + 1).some(ts.isSpreadElement) ? null : [argument];
  }

  private ofExpression(node: ts.Expression, trail: Trail): Origin[] | null {
    const inner = bare(node);
    if (ts.isObjectLiteralExpression(inner) || ts.isNewExpression(inner)) return [inner];
    if (ts.isConditionalExpression(inner))
      return this.ofAll([inner.whenTrue, inner.whenFalse], trail);
    if (ts.isPropertyAccessExpression(inner))
      return this.ofMembers(this.members(inner.expression, inner.name.text, trail), trail);
    if (ts.isCallExpression(inner)) return this.ofCall(inner, trail);
    if (!ts.isIdentifier(inner)) return null;
    const declaration = this.uses.declarationAt(inner);
    return declaration === undefined ? null : this.ofDeclaration(declaration, trail);
  }

  private ofAll(nodes: readonly ts.Expression[], trail: Trail): Origin[] | null {
    return joined(nodes, (node) => this.ofExpression(node, trail));
  }

  private ofMembers(values: readonly MemberValue[] | null, trail: Trail): Origin[] | null {
    return joined(values, (value) => {
      if (ts.isPropertyAssignment(value)) return this.ofExpression(value.initializer, trail);
      return this.ofExpression(ts.isShorthandPropertyAssignment(value) ? value.name : value, trail);
    });
  }

  private ofDeclaration(declaration: ts.Declaration, trail: Trail): Origin[] | null {
    if (trail.outer.has(declaration)) return null;
    if (trail.joined.has(declaration)) return [];
    trail.joined.add(declaration);
    const given = this.givenTo(declaration, trail);
    const { writes } = this.uses.of(declaration);
    const written = joined(writes, ({ value, operator }) =>
      value === null || operator !== ts.SyntaxKind.EqualsToken
        ? null
        : this.ofExpression(value, trail),
    );
    return given && written && [...given, ...written];
  }

  /** What a declaration starts with. */
  private givenTo(declaration: ts.Declaration, trail: Trail): Origin[] | null {
    if (ts.isParameter(declaration)) return this.ofParameter(declaration, trail);
    if (ts.isBindingElement(declaration)) return this.ofPart(declaration, trail);
    if (!ts.isVariableDeclaration(declaration) || !ts.isIdentifier(declaration.name)) return null;
    // A variable of a loop, of `catch`, of a declaration file.
    if (declaration.initializer === undefined) {
      const isEmpty = ts.isVariableStatement(declaration.parent.parent);
      return isEmpty && this.uses.of(declaration).writes.length > 0 ? [] : null;
    }
    return this.ofExpression(declaration.initializer, trail);
  }

  /** `const { place } = device` */
  private ofPart(part: ts.BindingElement, trail: Trail): Origin[] | null {
    const name = part.propertyName ?? part.name;
    const owner = ownerOf(part);
    if (owner === undefined || part.dotDotDotToken !== undefined || !ts.isIdentifier(name))
      return null;
    if (part.initializer !== undefined) return null;
    return this.ofMembers(this.members(owner, name.text, trail), trail);
  }

  private ofParameter(parameter: ts.ParameterDeclaration, trail: Trail): Origin[] | null {
    const owner = parameter.parent;
    if (parameter.dotDotDotToken !== undefined || !isFunctionNode(owner)) return null;
    const index = owner.parameters.indexOf(parameter);
    const passed = joined(this.callers.callsOf(owner), ({ arguments: args }) => {
      if (args.slice(0, index + 1).some(ts.isSpreadElement)) return null;
      const argument = args[index];
      return argument === undefined ? [] : this.ofExpression(argument, trail);
    });
    if (passed === null || parameter.initializer === undefined) return passed;
    const otherwise = this.ofExpression(parameter.initializer, trail);
    return otherwise && [...passed, ...otherwise];
  }

  private ofCall(node: ts.CallExpression, trail: Trail): Origin[] | null {
    const called = this.callers.calledBy(node);
    if (typeof called !== "object" || !isFunctionNode(called) || isMethod(called)) return null;
    if (called.body === undefined || endsLater(called) || !this.callers.isAlone(called))
      return null;
    if (trail.outer.has(called)) return null;
    if (trail.joined.has(called)) return [];
    trail.joined.add(called);
    return this.ofAll(returnedBy(called), trail);
  }
}

/** What a pattern that is no part of another takes apart. */
export function ownerOf(part: ts.BindingElement): Owner | undefined {
  const owner = part.parent.parent;
  if (!ts.isObjectBindingPattern(part.parent)) return undefined;
  if (ts.isParameter(owner)) return owner;
  return ts.isVariableDeclaration(owner) ? owner.initializer : undefined;
}

const endsLater = (node: FunctionNode): boolean => isAsync(node) || isGenerator(node);
