// What the caller of a function type gives, argument by argument.
import { ts } from "ts-morph";

export interface ExpectedParameter {
  readonly name: string;
  readonly isOptional: boolean;
}

export interface ExpectedParameters {
  readonly places: readonly ExpectedParameter[];
  /** Whether any number of arguments may follow. */
  readonly isOpen: boolean;
}

/** A rest parameter whose type is a tuple stands for as many parameters as the tuple has elements. */
export function expectedParameters(
  signature: ts.Signature,
  checker: ts.TypeChecker,
): ExpectedParameters {
  const last = signature.parameters.at(-1);
  if (last === undefined || !isRest(last))
    return { places: signature.parameters.map(placeOf), isOpen: false };
  const fixed = signature.parameters.slice(0, -1).map(placeOf);
  const type = checker.getTypeOfSymbol(last);
  if (!checker.isTupleType(type)) return { places: fixed, isOpen: true };
  const { elementFlags, labeledElementDeclarations: labels } = (type as ts.TupleTypeReference)
    .target;
  const firstOpen = elementFlags.findIndex((flags) => (flags & ts.ElementFlags.Variable) !== 0);
  const elements = elementFlags.slice(0, firstOpen < 0 ? elementFlags.length : firstOpen);
  const places = elements.map((flags, index) => ({
    name: labels?.[index]?.name.getText() ?? `${last.name}_${index}`,
    isOptional: (flags & ts.ElementFlags.Optional) !== 0,
  }));
  return { places: [...fixed, ...places], isOpen: firstOpen >= 0 };
}

function placeOf(symbol: ts.Symbol): ExpectedParameter {
  const declaration = symbol.valueDeclaration;
  const isOptional =
    declaration !== undefined &&
    ts.isParameter(declaration) &&
    (declaration.questionToken !== undefined || declaration.initializer !== undefined);
  return { name: symbol.name, isOptional };
}

const isRest = ({ valueDeclaration }: ts.Symbol) =>
  valueDeclaration !== undefined &&
  ts.isParameter(valueDeclaration) &&
  valueDeclaration.dotDotDotToken !== undefined;
