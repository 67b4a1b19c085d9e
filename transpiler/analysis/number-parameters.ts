// What gets into a function's parameters, and what it gives back.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import type { FunctionFlow } from "./function-flow";
import { isMethod } from "./class-syntax";
import { LENGTH, UNKNOWN } from "./number-info";
import {
  argumentKey,
  elements,
  HELD,
  INDIRECT_RESULT,
  keyed,
  known,
  memberKey,
  MOST_PARAMETERS,
  resultKey,
  value,
  type NumberTable,
  type Source,
} from "./number-table";
import { bare, hasModifier, isNamed, propertyName, type FunctionNode } from "./syntax";
import type { Types } from "./types";
import { returnedBy } from "./returned";

export class NumberParameters {
  constructor(
    private readonly table: NumberTable,
    private readonly callers: Callers,
    private readonly flow: FunctionFlow,
    private readonly types: Types,
  ) {}

  enter(node: FunctionNode): void {
    this.table.add(node, ...returnedBy(node).map(value));
    const name = node.name && ts.isPropertyName(node.name) ? propertyName(node.name) : undefined;
    // What an abstract method gives is what those give that implement it.
    const isKnown =
      node.body !== undefined || hasModifier(node.parent, ts.SyntaxKind.DeclareKeyword);
    if (name !== undefined && isMethod(node) && isKnown) {
      this.table.add(
        ts.isGetAccessorDeclaration(node) ? memberKey(name) : resultKey(name),
        keyed(node),
      );
    }
    const escapes = this.callers.escapes(node) && this.flow.callsOf(node) === null;
    if (escapes) this.table.add(INDIRECT_RESULT, keyed(node));
    const isOpen = this.callers.isOpen(node);
    node.parameters.forEach((parameter, index) => {
      this.table.add(parameter);
      this.table.addWrites(parameter, parameter);
      if (parameter.initializer !== undefined)
        this.table.add(parameter, value(parameter.initializer));
      if (isMethod(node) && name !== undefined) {
        const key = ts.isSetAccessorDeclaration(node) ? memberKey(name) : argumentKey(name, index);
        this.table.add(parameter, keyed(key));
      }
      if (escapes) this.table.add(parameter, keyed(argumentKey("", index)));
      if (isOpen) this.table.add(parameter, known(UNKNOWN));
      if (parameter.dotDotDotToken !== undefined) this.enterRest(node, name, index, parameter);
      this.enterCallback(node, parameter, index);
      if (ts.isParameterPropertyDeclaration(parameter, node) && ts.isIdentifier(parameter.name)) {
        const key = this.table.memberKeyOf(parameter, parameter.name.text);
        if (key !== parameter) {
          this.table.add(key, keyed(parameter));
          this.table.addWrites(key, parameter);
        }
      }
    });
  }

  private enterRest(
    node: FunctionNode,
    name: string | undefined,
    index: number,
    rest: ts.ParameterDeclaration,
  ): void {
    this.table.add(HELD, keyed(rest));
    for (let place = index; place < MOST_PARAMETERS; place++) {
      this.table.add(HELD, keyed(argumentKey("", place)));
      if (isMethod(node) && name !== undefined)
        this.table.add(HELD, keyed(argumentKey(name, place)));
    }
  }

  /** What a library method passes to the function that it is given. */
  private enterCallback(
    node: FunctionNode,
    parameter: ts.ParameterDeclaration,
    index: number,
  ): void {
    for (const call of this.callers.libraryUsers(node)) {
      this.table.add(parameter, ...this.passed(call, node, index));
    }
  }

  private passed(
    call: ts.CallExpression | ts.NewExpression,
    node: FunctionNode,
    index: number,
  ): Source[] {
    const callee = bare(call.expression);
    if (!ts.isPropertyAccessExpression(callee)) return [known(UNKNOWN)];
    const owner = callee.expression;
    const method = callee.name.text;
    const args = call.arguments ?? [];
    if (isNamed(owner, "Array")) {
      const [from] = args;
      return index === 1 || from === undefined ? [known(LENGTH)] : [elements(from)];
    }
    const kind = this.types.kindAt(owner);
    if (kind === "map" || kind === "set") return [elements(owner)];
    if (!["array", "bytes", "tuple", "typed"].includes(kind)) return [known(UNKNOWN)];
    if (method.startsWith("reduce")) {
      if (index === 2) return [known(LENGTH)];
      const initial = args[1];
      const rest = index === 0 ? [keyed(node), ...(initial ? [value(initial)] : [])] : [];
      return index === 0 && initial ? rest : [elements(owner), ...rest];
    }
    if (method === "sort" || method === "toSorted") return [elements(owner)];
    return [index === 0 ? elements(owner) : known(LENGTH)];
  }
}
