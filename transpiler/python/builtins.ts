// Where a parameter or an attribute hides one of Python's own names, `builtins.name` reaches it.
import type { Expression, Module, Name, Parameter, Statement } from "./ast";

/** `module` with every builtin that something hides reached through the module `builtins`. */
export function reachBuiltins(module: Module): Module {
  const scopes: Scope[] = [{ names: boundIn(module.body) }];
  if (!isAnyHidden(module.body, scopes)) return module;
  const body = rewrite(module.body, scopes) as Statement[];
  const first = body.findIndex(
    ({ kind }) => kind !== "Comment" && kind !== "Docstring" && kind !== "Blank",
  );
  const at = Math.max(first, 0);
  return {
    body: [
      ...body.slice(0, at),
      { kind: "Import", module: "builtins", alias: null },
      ...body.slice(at),
    ],
  };
}

interface Scope {
  readonly names: ReadonlySet<string>;
  /** A class's names are seen in its body, but not in the functions there. */
  readonly ofClass?: true;
}

/** Hardly ever: the tree is looked through before it is copied. */
function isAnyHidden(value: unknown, scopes: readonly Scope[]): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.some((part) => isAnyHidden(part, scopes));
  const node = value as Statement | Expression;
  if (node.kind === "Name") return isHidden(node, scopes);
  const inner = innerScopes(node, scopes);
  for (const key in node) {
    const part = node[key as keyof typeof node] as unknown;
    if (key !== "origin" && isAnyHidden(part, INNER_PARTS.has(key) ? inner : scopes)) return true;
  }
  return false;
}

/** The tree has plain objects and arrays only, so one function can copy all of it. */
function rewrite(value: unknown, scopes: readonly Scope[]): unknown {
  if (Array.isArray(value)) return value.map((part) => rewrite(part, scopes));
  if (typeof value !== "object" || value === null) return value;
  const node = value as Statement | Expression;
  if (node.kind === "Name") return isHidden(node, scopes) ? reached(node) : node;
  const inner = innerScopes(node, scopes);
  return Object.fromEntries(
    Object.entries(node).map(([key, part]) => {
      const own = INNER_PARTS.has(key) ? inner : scopes;
      return [key, key === "origin" ? part : rewrite(part, own)];
    }),
  );
}

/** The parts of a definition, a lambda and a comprehension that see its own names. */
const INNER_PARTS = new Set(["body", "condition", "element"]);

function innerScopes(node: Statement | Expression, scopes: readonly Scope[]): readonly Scope[] {
  if (node.kind === "ClassDefinition")
    return [...scopes, { names: boundIn(node.body), ofClass: true }];
  const names = namesOf(node);
  if (names === null) return scopes;
  return [...scopes.filter(({ ofClass }) => ofClass !== true), { names }];
}

/** What `node` names if it opens a scope, else null. */
function namesOf(node: Statement | Expression): ReadonlySet<string> | null {
  switch (node.kind) {
    case "FunctionDefinition":
      return new Set([...parameterNames(node.parameters), ...boundIn(node.body)]);
    case "Lambda":
      return new Set(parameterNames(node.parameters));
    case "Comprehension":
      return new Set(targetNames(node.target));
    default:
      return null;
  }
}

const isHidden = ({ builtin, id }: Name, scopes: readonly Scope[]): boolean =>
  builtin === true && scopes.some(({ names }) => names.has(id));

const reached = ({ id }: Name): Expression => ({
  kind: "Attribute",
  value: { kind: "Name", id: "builtins" },
  name: id,
});

function targetNames(target: Expression): string[] {
  if (target.kind === "Name") return [target.id];
  return target.kind === "Tuple" ? target.elements.flatMap(targetNames) : [];
}

const parameterNames = (parameters: readonly Parameter[]) => parameters.map(({ name }) => name);

/** What the statements of one scope bind. */
function boundIn(body: readonly Statement[]): Set<string> {
  const names = new Set<string>();
  const addTarget = (target: Expression) => targetNames(target).forEach((name) => names.add(name));
  const visit = (statement: Statement): void => {
    switch (statement.kind) {
      case "Assign":
        addTarget(statement.target);
        break;
      case "FunctionDefinition":
      case "ClassDefinition":
        names.add(statement.name);
        break;
      case "Import":
        names.add(statement.alias ?? statement.module);
        break;
      case "ImportFrom":
        for (const { name, alias } of statement.names) names.add(alias ?? name);
        break;
      case "For":
        addTarget(statement.target);
        statement.body.forEach(visit);
        break;
      case "If":
        [...statement.body, ...statement.orElse].forEach(visit);
        break;
      case "While":
        statement.body.forEach(visit);
        break;
      case "Try":
        [
          ...statement.body,
          ...statement.handlers.flatMap((handler) => handler.body),
          ...statement.finalBody,
        ].forEach(visit);
        break;
      default:
        break;
    }
  };
  body.forEach(visit);
  return names;
}
