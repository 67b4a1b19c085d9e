// What calls pass on: arguments to parameters, and values into the containers of the library.
import { ts } from "ts-morph";
import type { Callers } from "./callers";
import type { FunctionFlow } from "./function-flow";
import { isMethod } from "./class-syntax";
import { isClosedArray } from "./closed-arrays";
import {
  argumentKey,
  DICT,
  elements,
  HELD,
  keyed,
  MOST_PARAMETERS,
  value,
  type Key,
  type NumberTable,
} from "./number-table";
import { bare, isFunctionNode, isNamed, valuesIn } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

const ADDING: Record<string, number> = {
  push: 0,
  unshift: 0,
  splice: 2,
  fill: 0,
  add: 0,
  set: 0,
  with: 1,
  concat: 0,
  toSpliced: 2,
};

export class NumberCalls {
  constructor(
    private readonly table: NumberTable,
    private readonly callers: Callers,
    private readonly flow: FunctionFlow,
    private readonly types: Types,
    private readonly uses: Uses,
  ) {}

  enter(node: ts.CallExpression | ts.NewExpression): void {
    const callee = bare(node.expression);
    const declaration = this.callers.calledBy(node);
    if (declaration === "library") return this.enterLibraryCall(node, callee);
    const args = node.arguments ?? [];
    if (ts.isNewExpression(node))
      args.forEach((argument) => this.table.add(argument, value(argument)));
    const pass = (key: (index: number) => Key) =>
      args.forEach((argument, index) => {
        if (!ts.isSpreadElement(argument)) return this.table.add(key(index), value(argument));
        for (let place = index; place < MOST_PARAMETERS; place++)
          this.table.add(key(place), elements(argument.expression));
      });
    const ofType = declaration && isFunctionNode(declaration) ? declaration : undefined;
    const named = ofType !== undefined && !isMethod(ofType) ? [ofType] : [];
    const targets = this.flow.targetsOf(node);
    (targets ?? named).forEach(({ parameters }) =>
      pass((index) => parameters[Math.min(index, parameters.length - 1)] ?? "unused"),
    );
    const isKnown = named.some((one) => this.callers.isNameOf(callee, one));
    if (targets !== null || isKnown) return;
    if (ts.isPropertyAccessExpression(callee))
      pass((index) => argumentKey(callee.name.text, index));
    if (ofType === undefined || named.length > 0) pass((index) => argumentKey("", index));
  }

  /** Behind the texts of a template come its values. */
  enterTemplate(node: ts.TaggedTemplateExpression): void {
    const declaration = this.callers.calledBy(node);
    const isFunction = typeof declaration === "object" && isFunctionNode(declaration);
    const parameters = isFunction && !isMethod(declaration) ? declaration.parameters : [];
    const callee = bare(node.tag);
    const name = ts.isPropertyAccessExpression(callee) ? callee.name.text : "";
    valuesIn(node.template).forEach((part, index) => {
      const parameter = parameters[Math.min(index + 1, parameters.length - 1)];
      this.table.add(parameter ?? argumentKey(name, index + 1), value(part));
    });
  }

  private enterLibraryCall(
    node: ts.CallExpression | ts.NewExpression,
    callee: ts.Expression,
  ): void {
    const args = node.arguments ?? [];
    const initialises =
      ts.isVariableDeclaration(node.parent) && isClosedArray(node.parent, this.uses);
    if (!initialises) this.table.add(HELD, elements(node));
    if (!ts.isPropertyAccessExpression(callee)) return;
    const method = callee.name.text;
    const owner = callee.expression;
    if (isNamed(owner, "Object") && method === "fromEntries") this.table.add(DICT, keyed(HELD));
    if (isNamed(owner, "JSON") && method === "parse") this.table.open();
    const from = ADDING[method];
    if (
      from === undefined ||
      !["array", "map", "set", "bytes", "typed"].includes(this.types.kindAt(owner))
    )
      return;
    const key = this.table.elementsKey(owner);
    for (const argument of args.slice(from)) {
      const isList =
        method === "concat" && ["array", "tuple"].includes(this.types.kindAt(argument));
      if (ts.isSpreadElement(argument)) this.table.add(key, elements(argument.expression));
      else this.table.add(key, isList ? elements(argument) : value(argument));
    }
  }
}
