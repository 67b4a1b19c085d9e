// A module without its docstrings, for those who keep their documentation in the TypeScript.
import type { ExceptHandler, Module, Statement } from "./ast";

export const withoutDocstrings = (module: Module): Module => ({
  ...module,
  body: bare(module.body),
});

const bare = (body: readonly Statement[]): Statement[] =>
  body.filter(({ kind }) => kind !== "Docstring").map(inside);

function inside(node: Statement): Statement {
  switch (node.kind) {
    case "ClassDefinition":
    case "For":
    case "FunctionDefinition":
    case "While":
      return { ...node, body: bare(node.body) };
    case "If":
      return { ...node, body: bare(node.body), orElse: bare(node.orElse) };
    case "Try": {
      const handler = (one: ExceptHandler) => ({ ...one, body: bare(one.body) });
      const handlers = node.handlers.map(handler);
      return { ...node, body: bare(node.body), handlers, finalBody: bare(node.finalBody) };
    }
    default:
      return node;
  }
}
