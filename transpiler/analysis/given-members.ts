// What members that may be bytes are given, by their name alone: whose they are does not matter.
import { ts } from "ts-morph";
import { bare, propertyName } from "./syntax";
import type { Types } from "./types";
import { walk } from "./walk";
import { writesOf } from "./writes";

/** What gives a member its value: an expression, or the parameter that is a field. */
type Given = ts.Expression | ts.ParameterDeclaration;

export class GivenMembers {
  private readonly byName = new Map<string, Given[]>();
  /** Members that are given what is no single expression. */
  private readonly unknown = new Set<string>();
  /** Whether members are given values by computed names. */
  private areComputed = false;

  constructor(
    private readonly types: Types,
    files: readonly ts.SourceFile[],
  ) {
    for (const file of files) walk(file, (node) => this.enter(node));
  }

  /** All that members called `name` are ever given; null if that cannot be said. */
  of(name: string): readonly Given[] | null {
    if (this.areComputed || this.unknown.has(name)) return null;
    return this.byName.get(name) ?? null;
  }

  private enter(node: ts.Node): void {
    for (const { target, value } of writesOf(node)) this.enterWrite(target, value);
    if (ts.isPropertyDeclaration(node)) this.add(propertyName(node.name), node.initializer);
    else if (ts.isPropertyAssignment(node)) this.add(propertyName(node.name), node.initializer);
    else if (ts.isShorthandPropertyAssignment(node)) this.add(node.name.text, node.name);
    else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent))
      this.add(node.name.getText(), node);
    else if (ts.isGetAccessorDeclaration(node)) this.unknown.add(node.name.getText());
    else if (ts.isIdentifier(node)) this.areComputed ||= node.text === "fromEntries";
  }

  private enterWrite(target: ts.Expression, value: ts.Expression | null): void {
    if (ts.isPropertyAccessExpression(target)) {
      if (value === null) this.unknown.add(target.name.text);
      else this.add(target.name.text, value);
    } else if (ts.isElementAccessExpression(target)) {
      const name = bare(target.argumentExpression);
      if (ts.isStringLiteralLike(name) && value !== null) this.add(name.text, value);
      else if (!["array", "bytes", "typed"].includes(this.types.kindAt(target.expression)))
        this.areComputed ||= value === null || this.mayBeBytes(value);
    }
  }

  private mayBeBytes(value: ts.Expression): boolean {
    const kinds = this.types.kindsAt(value);
    return kinds.has("bytes") || kinds.has("unknown");
  }

  private add(name: string | undefined, value: Given | undefined): void {
    if (name === undefined) return;
    const given = this.byName.get(name) ?? [];
    this.byName.set(name, given);
    if (value !== undefined) given.push(value);
  }
}
