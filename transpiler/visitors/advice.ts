// What to write instead, for the case at hand: where a refusal has many causes, the catalogue's advice
// is for all of them, and this for one.
import { ts } from "ts-morph";
import { bare } from "../analysis/syntax";
import type { Kind, Types } from "../analysis/types";
import type { Refusal } from "../diagnostics/catalogue";

type Advise = (node: ts.Node, details: readonly string[], types: Types) => string | undefined;

/** Of globals that a board has not. */
const GLOBALS: Readonly<Record<string, string>> = {
  Array: "Keep an array in a field of the class: `private readonly items: T[] = []`.",
  BigInt: "Numbers are exact up to 2 ** 53; keep what is larger in two of them, or as text.",
  BigInt64Array: "Keep two numbers of a `Uint32Array` for each.",
  Date: "Use `Date.now()` or `performance.now()` for milliseconds, `localtime` of `time` for the parts of a date.",
  Function: "Write the function down: functions are values.",
  Int8Array: "Use an `Int16Array`, or a `Uint8Array` and `(byte << 24) >> 24`.",
  Intl: "Use `toFixed`, `padStart` and `toLocaleString()` without a locale.",
  Map: "Keep a Map in a field of the class: `private readonly entries = new Map<K, V>()`.",
  Promise: "Keep a promise in a field of the class.",
  Proxy: "Write a class with methods for what is read and written.",
  Reflect: "Use `Object.keys(record)`, `key in record` and `record[key]`.",
  Set: "Keep a Set in a field of the class: `private readonly members = new Set<T>()`.",
  Symbol: "Use a text as the key, or a `#private` field for what nobody else may see.",
  WeakRef: "Keep the object itself, and set the variable to null when it is done with.",
  arguments: "Take a rest parameter: `(...values)`.",
  Buffer: "Use a `Uint8Array`, and `TextEncoder` for texts.",
  eval: "Write the code down, or keep functions in a record and call them by name.",
  fetch:
    "Open a socket of `SocketPool`, or let the other side ask this one: `Server` of `taipan_http`.",
  process: "Use `getenv` of `os` for settings, and `console` for what is printed.",
  globalThis: "Export the variable from a module, and import it by name.",
};

/** What is there but in programs whose coroutines are run by asyncio. */
const IN_EVENT_LOOPS = /^(new Promise\b|queueMicrotask$|set(Interval|Timeout)$)/;

const ofGlobal: Advise = (_, [text = ""]) => {
  if (IN_EVENT_LOOPS.test(text))
    return "Where `asyncio` or `taipan_http` is imported, write an async function that waits, `await sleep(seconds)` of asyncio, and start it with `createTask`.";
  const id = /^(?:new )?(\w+)/.exec(text)?.[1] ?? "";
  return Object.hasOwn(GLOBALS, id) ? GLOBALS[id] : undefined;
};

/** Of members that nothing here has; `{}` stands for what they are members of. */
const MEMBERS: Readonly<Record<string, string>> = {
  apply: "Call it with a spread: `{}(...list)`.",
  assign: "Make an object of a class that has these members, or a record `{ ...a, ...b }`.",
  buffer:
    "Pass the `Uint8Array` itself on, or begin with `new ArrayBuffer(size)` and make views of that.",
  byteOffset: "Keep the offset in a variable beside the part.",
  call: "Call it directly: `{}(…)`.",
  constructor: "Ask `value instanceof Class`.",
  create: "Write a class, and `new` it.",
  defineProperty: "Write a class with `get` and `set`.",
  description: "Keep the text in a variable of its own.",
  getOwnPropertyNames: "Use `Object.keys(record)`.",
  getPrototypeOf: "Ask `value instanceof Class`.",
  in: "Ask `Array.isArray(value)`, `value instanceof Class`, or keep what it is in a member `kind`.",
  length: "Keep the number in a constant.",
  localeCompare: "Leave the locale out: `{}.localeCompare(other)`.",
  message: "Ask `error instanceof Error` first: in this program other values are thrown, too.",
  name: "Keep the name in a constant, or in a member of a class.",
  normalize: "Write the letters in the form that they should have.",
  prototype: "Write the method in the class.",
  setPrototypeOf: "Use `extends`.",
  toLocaleString: "Use `toFixed` and `padStart`.",
  toString: "Use `String(value)`.",
  valueOf: "Call a method of another name.",
};

/** Of functions of the library, in the forms that are not in the subset. */
const OF_GLOBALS: Readonly<Record<string, string>> = {
  "Object.assign":
    "Assign the members one by one: `this.name = options.name;`, with `?? this.name` where one may be missing. Of records, write `{ ...one, ...other }`.",
  "Promise.all":
    "With asyncio, write `await gather(one(), two())`: `gather` is a function of `asyncio`.",
};

const ofMember: Advise = (node, [text = ""], types) => {
  const id = text.replace(/\W+$/, "");
  const access = ts.isCallExpression(node) ? bare(node.expression) : node;
  const owner = ts.isPropertyAccessExpression(access) ? bare(access.expression) : undefined;
  const known = owner && OF_GLOBALS[`${owner.getText()}.${id}`];
  if (known !== undefined) return known;
  if (owner !== undefined && types.kindAt(owner) === "function" && ts.isIdentifier(owner))
    return /^(apply|call)$/.test(id) ? direct(owner, id) : besideFunction(owner.text, id);
  if (!Object.hasOwn(MEMBERS, id)) return undefined;
  const target = owner === undefined ? undefined : bare(owner);
  return MEMBERS[id]?.replace("{}", target?.getText() ?? "value");
};

const direct = (owner: ts.Identifier, id: string): string =>
  id === "apply" ? `Write \`${owner.text}(...list)\`.` : `Write \`${owner.text}(…)\`.`;

/** `f.count`: functions of MicroPython take no members. */
const besideFunction = (owner: string, id: string): string =>
  /^[A-Z]/.test(owner)
    ? `Write a function of your own for \`${owner}.${id}\`.`
    : `Keep it in a variable beside the function, \`let ${owner}${id.charAt(0).toUpperCase()}${id.slice(1)}\`, or make a class with both.`;

/** How one asks for a kind of value; `{}` stands for the value. */
const TESTS: Partial<Record<Kind, string>> = {
  array: "Array.isArray({})",
  boolean: 'typeof {} === "boolean"',
  function: 'typeof {} === "function"',
  number: 'typeof {} === "number"',
  string: 'typeof {} === "string"',
  tuple: "Array.isArray({})",
};

const ofKinds: Advise = (node, _, types) => {
  const isMember = ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node);
  const owner = isMember ? node.expression : ts.isExpression(node) ? node : undefined;
  if (owner === undefined) return undefined;
  const kinds = [...types.kindsAt(owner)].filter((kind) => kind !== "null");
  const text = owner.getText();
  const test = kinds.map((kind) => TESTS[kind]).find((one) => one !== undefined);
  if (kinds.length > 1 && test !== undefined)
    return `Ask first which it is, and write both branches: \`if (${test.replace("{}", text)}) … else …\`.`;
  if (kinds.includes("instance"))
    return ts.isElementAccessExpression(node)
      ? "Reach the member by its name, or keep what is reached by computed names in a record or a Map."
      : `Ask first which it is: \`if (${text} instanceof Class) … else …\`.`;
  return kinds.includes("unknown")
    ? `Say what it is: \`const value = ${text} as T\`, or ask with \`typeof\`, \`Array.isArray\` or \`instanceof\`.`
    : undefined;
};

const ofPattern: Advise = (node, _, types) => {
  if (ts.isBindingElement(node) && node.dotDotDotToken)
    return "Name the members that are left: `const { a, b } = value`.";
  if (ts.isBindingElement(node) && ts.isIdentifier(node.name)) {
    const key = (node.propertyName ?? node.name).getText();
    if (types.typeAt(node).getCallSignatures().length > 0)
      return `Leave it where it is and call it there: \`value.${key}(…)\`.`;
    const member = /^\w/.test(key) && !/^\d/.test(key) ? `.${key}` : `[${key}]`;
    return `Take it by a statement of its own: \`const ${node.name.text} = value${member}\`.`;
  }
  if (ts.isExpression(node))
    return `Run over a variable of the loop and assign it: \`for (const one of values) { ${node.getText()} = one; … }\`.`;
  return "Take one part at a time: `const first = values[0]`, `const name = record.name`.";
};

const ofComputed: Advise = (node) => {
  if (ts.isElementAccessExpression(node))
    return `Write the member's name, \`${node.expression.getText()}.name\`, or keep the values in a record or a Map.`;
  if (ts.isEnumMember(node.parent)) return "Write the number or the text down.";
  const { parent } = node;
  if (ts.isObjectLiteralElementLike(node) || ts.isObjectLiteralElementLike(parent))
    return "Give it a name that is written down, or take the methods that use `this` out of the literal.";
  return "Write the name without brackets, or keep the values in a `Map` field of the class.";
};

const ofTest: Advise = (node) => {
  if (!ts.isBinaryExpression(node)) return undefined;
  const [left, right] = [node.left.getText(), node.right.getText()];
  if (right === "Object") return `Write \`typeof ${left} === "object" && ${left} !== null\`.`;
  if (right === "Date" || right === "RegExp" || right === "Promise")
    return `Keep what \`${left}\` is in a member \`kind\` of a record, and ask for that.`;
  return `Declare \`${left}\` as a union of the classes that it may be, or keep what it is in a member \`kind\`.`;
};

const ofModule: Advise = (_, [text = ""]) =>
  text.startsWith(".")
    ? "Check the path: it goes from the folder of this file, and no such file is there."
    : undefined;

const ADVICE: Partial<Record<Refusal, Advise>> = {
  ambiguousMember: ofKinds,
  computedName: ofComputed,
  typeTest: ofTest,
  unknownGlobal: ofGlobal,
  unknownMember: ofMember,
  unknownModule: ofModule,
  unsupportedPattern: ofPattern,
};

/** What to write at `node` instead; undefined where the catalogue says all there is to say. */
export const adviceFor = (
  refusal: Refusal,
  node: ts.Node,
  details: readonly string[],
  types: Types,
): string | undefined => ADVICE[refusal]?.(node, details, types);
