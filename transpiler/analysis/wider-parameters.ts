// Arrays, Maps and records that are given where more may be put into them than their own type says:
// `addTo(values: (number | null)[])` called with a number[], which TypeScript lets pass.
import { ts } from "ts-morph";
import { isStoring } from "./container-methods";
import { compareTypes, type Silenced } from "./silencing-assertions";
import { bare, isFunctionNode, isWritten } from "./syntax";
import type { Types } from "./types";
import type { Uses } from "./uses";

export class WiderParameters {
  private readonly written = new Map<ts.ParameterDeclaration, boolean>();

  constructor(
    private readonly types: Types,
    private readonly uses: Uses,
    private readonly told: Silenced,
  ) {}

  enter(node: ts.CallExpression): void {
    const callee = this.types.calledBy(node);
    if (callee === undefined || !isFunctionNode(callee)) return;
    callee.parameters.forEach((parameter, index) => {
      const given = node.arguments[index];
      if (given === undefined || isMadeHere(bare(given)) || !this.isWrittenInto(parameter)) return;
      compareTypes(this.types.typeAt(parameter), this.types.typeAt(given), this.types, this.told);
    });
  }

  private isWrittenInto(parameter: ts.ParameterDeclaration): boolean {
    const known = this.written.get(parameter);
    if (known !== undefined) return known;
    const { references } = this.uses.of(parameter);
    const result = references.some(({ parent }) => {
      const isAccess =
        ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
      if (!isAccess) return false;
      return (
        isWritten(parent) || (ts.isPropertyAccessExpression(parent) && isStoring(parent.name.text))
      );
    });
    this.written.set(parameter, result);
    return result;
  }
}

/** Nobody has another name for it. */
const isMadeHere = (node: ts.Expression): boolean =>
  ts.isArrayLiteralExpression(node) ||
  ts.isObjectLiteralExpression(node) ||
  ts.isNewExpression(node);
