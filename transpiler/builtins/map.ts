// Maps and sets.
import { ts } from "ts-morph";
import type * as py from "../python/ast";
import {
  assign,
  builtinCall,
  call,
  compare,
  dict,
  expressionStatement,
  list,
  method,
  NONE,
  subscript,
  tuple,
} from "../python/build";
import type { Context } from "../visitors/context";
import { inOrder } from "../visitors/evaluation-order";
import {
  argument,
  base,
  hasSpread,
  type MemberCall,
  type MemberTable,
  type MutationTable,
} from "./member-call";

const keyed =
  (python: string) =>
  (one: MemberCall): py.Expression | null => {
    const key = argument(one, 0);
    return key === null ? null : method(base(one), python, key);
  };

function has(one: MemberCall): py.Expression | null {
  const key = argument(one, 0);
  return key === null ? null : compare(key, "in", base(one));
}

function remove(one: MemberCall): py.Expression | null {
  const key = argument(one, 0);
  return key === null ? null : call(one.context.helper("remove"), [base(one), key]);
}

const listed = (python: string) => (one: MemberCall) => method(base(one), python);

export const mapMethods: MemberTable = {
  delete: remove,
  entries: listed("items"),
  get: keyed("get"),
  has,
  keys: listed("keys"),
  values: listed("values"),
};

export const setMethods: MemberTable = { delete: remove, has };

const statement = (value: py.Expression): py.Statement[] => [expressionStatement(value)];

export const mapMutations: MutationTable = {
  clear: (one) => statement(method(base(one), "clear")),
  delete: (one) => {
    const key = argument(one, 0);
    return key === null ? null : statement(method(base(one), "pop", key, NONE));
  },
  set: (one) => {
    const [key, value] = one.arguments;
    if (key === undefined || value === undefined || hasSpread(one)) return null;
    const { context, receiver } = one;
    return inOrder([receiver, key], value, context, () => [
      assign(subscript(base(one), context.expression(key)), context.expression(value)),
    ]);
  },
};

export const setMutations: MutationTable = {
  add: (one) => {
    const value = argument(one, 0);
    return value === null ? null : statement(method(base(one), "add", value));
  },
  clear: (one) => statement(method(base(one), "clear")),
  delete: (one) => {
    const value = argument(one, 0);
    return value === null ? null : statement(method(base(one), "discard", value));
  },
};

/** `new Map()`: a dict, or where its order may be seen one that keeps it. */
export function newMap(node: ts.NewExpression, context: Context): py.Expression | null {
  checkKey(node, context);
  const pairs = entriesOf(node, context);
  if (pairs === null) return null;
  if (!isOrderSeen(node, context)) {
    return dict(...pairs.map(([key, value]) => ({ key, value })));
  }
  const ordered = context.moduleMember("collections", "OrderedDict");
  return call(
    ordered,
    pairs.length === 0 ? [] : [list(...pairs.map(([key, value]) => tuple(key, value)))],
  );
}

function entriesOf(
  node: ts.NewExpression,
  context: Context,
): [py.Expression, py.Expression][] | null {
  const [entries] = node.arguments ?? [];
  if (entries === undefined) return [];
  if (!ts.isArrayLiteralExpression(entries)) return null;
  const pairs: [py.Expression, py.Expression][] = [];
  for (const element of entries.elements) {
    const [key, value] = ts.isArrayLiteralExpression(element) ? element.elements : [];
    if (key === undefined || value === undefined) return null;
    pairs.push([context.expression(key), context.expression(value)]);
  }
  return pairs;
}

export function newSet(node: ts.NewExpression, context: Context): py.Expression | null {
  checkKey(node, context);
  const [values] = node.arguments ?? [];
  if (values === undefined) return builtinCall("set");
  if (!["array", "tuple"].includes(context.types.kindAt(values))) return null;
  return builtinCall("set", context.expression(values));
}

/** Keys that Python compares as JavaScript does. */
function checkKey(node: ts.NewExpression, context: Context): void {
  const type = context.types.typeAt(node) as ts.TypeReference;
  const [key] = context.types.checker.getTypeArguments(type);
  if (key === undefined) return;
  const kinds = [...context.types.kindsOf(key)];
  const isSame =
    kinds.length <= 1 && ["string", "number", "boolean", "instance", undefined].includes(kinds[0]);
  if (!isSame)
    context.refuse(
      node,
      "keyType",
      kinds.length > 1 ? "Mixed kinds" : `A value of kind ${kinds[0] ?? "unknown"}`,
    );
}

const ORDERLESS = new Set(["clear", "delete", "get", "has", "set", "size"]);

/** Whether a Map may be iterated: it leaves the variable it is made for, or is iterated there. */
function isOrderSeen(node: ts.NewExpression, context: Context): boolean {
  const { parent } = node;
  const holder =
    ts.isVariableDeclaration(parent) || ts.isPropertyDeclaration(parent)
      ? parent
      : assignedMember(parent, context);
  if (holder === undefined) return true;
  return context.analysis.uses.of(holder).references.some((reference) => {
    const access =
      ts.isPropertyAccessExpression(reference.parent) && reference.parent.name === reference
        ? reference.parent
        : reference;
    const use = access.parent;
    if (ts.isBinaryExpression(use) && use.left === access) return false;
    return !(
      ts.isPropertyAccessExpression(use) &&
      use.expression === access &&
      ORDERLESS.has(use.name.text)
    );
  });
}

function assignedMember(parent: ts.Node, context: Context): ts.Declaration | undefined {
  if (!ts.isBinaryExpression(parent) || !ts.isPropertyAccessExpression(parent.left))
    return undefined;
  return context.analysis.uses.declarationAt(parent.left.name);
}
