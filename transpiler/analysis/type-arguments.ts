// What the program gives for type parameters: `T extends { length: number }` takes texts and arrays
// alike, `T extends { id: number }` records or objects of classes, which Python reads otherwise.
import { ts } from "ts-morph";
import type { Kind, Types } from "./types";
import { walk } from "./walk";

/** TypeScript's own, which its declarations do not show. */
interface Checker extends ts.TypeChecker {
  getTypeArgumentsForResolvedSignature(signature: ts.Signature): readonly ts.Type[] | undefined;
}

/** The kinds that are given for each type parameter whose constraint is a record, where others are. */
export function givenKinds(
  files: readonly ts.SourceFile[],
  types: Types,
): ReadonlyMap<ts.Symbol, ReadonlySet<Kind>> {
  const given = new Map<ts.Symbol, Set<ts.Type>>();
  const enter = (parameters: readonly ts.Type[], args: readonly ts.Type[]) =>
    parameters.forEach((parameter, index) => {
      const argument = args[index];
      if (argument === undefined || !isOfRecords(parameter, types)) return;
      const known = given.get(parameter.symbol) ?? new Set();
      given.set(parameter.symbol, known.add(argument));
    });
  for (const file of files) walk(file, (node) => enterNode(node, types.checker as Checker, enter));
  const result = new Map<ts.Symbol, ReadonlySet<Kind>>();
  for (const symbol of given.keys()) {
    const kinds = kindsFor(symbol, given, types, new Set());
    if ([...kinds].some((kind) => kind !== "record")) result.set(symbol, kinds);
  }
  return result;
}

type Enter = (parameters: readonly ts.Type[], args: readonly ts.Type[]) => void;

function enterNode(node: ts.Node, checker: Checker, enter: Enter): void {
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    const signature = checker.getResolvedSignature(node);
    const args = signature && checker.getTypeArgumentsForResolvedSignature(signature);
    if (signature === undefined || args === undefined) return;
    const declared =
      signature.declaration &&
      checker.getSignatureFromDeclaration(signature.declaration as ts.SignatureDeclaration);
    const owner = checker.getTypeAtLocation(node) as ts.TypeReference;
    const parameters = ts.isNewExpression(node)
      ? owner.target?.typeParameters
      : declared?.typeParameters;
    enter(parameters ?? [], args);
  } else if (ts.isTypeReferenceNode(node) || ts.isExpressionWithTypeArguments(node)) {
    if (node.typeArguments === undefined) return;
    const type = checker.getTypeAtLocation(node) as ts.TypeReference;
    enter(type.target?.typeParameters ?? [], checker.getTypeArguments(type));
  }
}

function isOfRecords(parameter: ts.Type, types: Types): boolean {
  const constraint = parameter.isTypeParameter() ? parameter.getConstraint() : undefined;
  return constraint !== undefined && types.kindOf(constraint) === "record";
}

function kindsFor(
  symbol: ts.Symbol,
  given: ReadonlyMap<ts.Symbol, ReadonlySet<ts.Type>>,
  types: Types,
  seen: Set<ts.Symbol>,
): ReadonlySet<Kind> {
  if (seen.has(symbol)) return new Set();
  seen.add(symbol);
  const kinds = [...(given.get(symbol) ?? [])].flatMap((type) =>
    type.isTypeParameter() && given.has(type.symbol)
      ? [...kindsFor(type.symbol, given, types, seen)]
      : [...types.kindsOf(type)],
  );
  // Its members are known by the constraint alone.
  return new Set(kinds.map((kind) => (kind === "instance" ? "contract" : kind)));
}
