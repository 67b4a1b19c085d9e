// The analyses of one program, over all of its files.
import { ts } from "ts-morph";
import { Bounds } from "./bounds";
import { Numbers } from "./numbers";
import { some } from "./syntax";
import { Types } from "./types";
import { Uses } from "./uses";

export class Analysis {
  readonly types: Types;
  readonly uses: Uses;
  readonly numbers: Numbers;
  readonly bounds: Bounds;
  /** Whether the order of a record's members can be seen anywhere. */
  readonly orderShows: boolean;

  constructor(
    readonly checker: ts.TypeChecker,
    files: readonly ts.SourceFile[],
  ) {
    this.types = new Types(checker);
    this.uses = new Uses(this.types, files);
    this.numbers = new Numbers(this.types, this.uses, files);
    this.bounds = new Bounds(this.types, this.numbers);
    this.orderShows = files.some((file) => some(file, isMemberListing));
  }
}

const LISTINGS = new Set(["keys", "values", "entries"]);

function isMemberListing(node: ts.Node): boolean {
  if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return false;
  return node.expression.text === "Object" && LISTINGS.has(node.name.text);
}
