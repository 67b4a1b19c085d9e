// Everything that Taipan refuses, in one place: a permanent code, why, and what to write instead.
// Codes are never given to something else: 1xxx syntax, 2xxx what a type leaves open, 3xxx numbers,
// 4xxx modules and names, 5xxx functions and asynchrony.

export interface CatalogueEntry {
  readonly code: `TPY${number}`;
  /** `{0}`, `{1}` stand for what is known at the place. */
  readonly why: string;
  readonly instead: string;
}

function entry(code: number, why: string, instead: string): CatalogueEntry {
  return { code: `TPY${code}`, why, instead };
}

export const catalogue = {
  unsupportedSyntax: entry(1001, "{0} has no counterpart here.", "{1}"),
  assignmentInExpression: entry(
    1002,
    "An assignment inside an expression would run at another moment in Python.",
    "Write it as a statement of its own.",
  ),
  looseEquality: entry(
    1003,
    "`==` and `!=` convert their operands; Python's do not.",
    "Write `===` or `!==`.",
  ),
  fallThrough: entry(
    1004,
    "Control falls from this case into the next.",
    "End the case with `break`, `return` or `throw`.",
  ),
  breakInSwitch: entry(
    1005,
    "This `break` leaves a `switch` from inside another statement.",
    "Write `if` … `else if` instead of the `switch`.",
  ),
  unsupportedPattern: entry(
    1006,
    "This pattern cannot be taken apart in one Python assignment.",
    "Declare one variable at a time.",
  ),
  computedName: entry(
    1007,
    "A member's name has to be written down.",
    "Use a name, or a `Map` for computed keys.",
  ),
  functionThis: entry(
    1008,
    "`this` of a plain function depends on its caller.",
    "Use a method or an arrow function.",
  ),
  superInClosure: entry(
    1009,
    "`super` cannot be reached from inside an arrow function in Python.",
    "Call it in the method itself.",
  ),
  superProperty: entry(
    1010,
    "`super.{0}` works on a board for methods that are called only.",
    "Give the base class a method and call it.",
  ),
  objectMethod: entry(
    1011,
    "An object literal with methods would need a class.",
    "Write a class and make an instance of it.",
  ),
  continueInFinally: entry(
    1012,
    "`continue` inside `try` … `finally` would step the loop too early.",
    "Use `for … of`, or a `while` loop that steps before the `try`.",
  ),
  literalOutsideBmp: entry(
    1013,
    "A half of a surrogate pair is no character in Python.",
    "Write the whole character.",
  ),
  nestedTooDeeply: entry(
    1014,
    "The program is nested too deeply: {0}.",
    "Give its parts names, or functions, of their own.",
  ),

  truthiness: entry(
    2001,
    "Whether this is true is decided differently in Python: it may be {0}.",
    "Compare explicitly, as `!== null` or `.length > 0`.",
  ),
  alwaysTrue: entry(
    2002,
    "This is always true in JavaScript, while Python asks whether it is empty.",
    "Compare explicitly, as `.length > 0`.",
  ),
  equality: entry(
    2003,
    "{0} compare differently in Python.",
    "Narrow both sides to the same kind first.",
  ),
  undefinedOrNull: entry(
    2004,
    "null and undefined are both None in Python, and this value may be either.",
    "Use only one of the two in its type.",
  ),
  unknownMember: entry(
    2005,
    "`{0}` of {1} has no counterpart in Python yet.",
    "Write it with the members that are supported (see the manual).",
  ),
  ambiguousMember: entry(
    2006,
    "What `{0}` is depends on the value: {1}.",
    "Narrow the value to one kind first.",
  ),
  unprovenStore: entry(
    2007,
    "Nothing shows that this index is inside the array, where JavaScript would make it grow.",
    "Check `index < array.length` (and `>= 0`) first, or use `push`.",
  ),
  methodValue: entry(
    2008,
    "A method that is not called loses its `this` in JavaScript and keeps it in Python.",
    "Pass an arrow function that calls it.",
  ),
  typeTest: entry(
    2009,
    "Python cannot tell {0} apart here.",
    "Keep what it is in a variable of its own.",
  ),
  stringOf: entry(
    2010,
    "{0} reads differently as text in Python.",
    'Make a string of it first: `String(int)`, `toFixed(n)`, or `condition ? "yes" : "no"`.',
  ),
  recordAndClass: entry(
    2011,
    "{0} is given where {1} is expected; in Python one is reached by attribute and the other by key.",
    "Build the value that is expected.",
  ),
  tupleAsArray: entry(
    2012,
    "A tuple cannot change in Python, an array can.",
    "Copy it: `[...tuple]`.",
  ),
  unorderedSet: entry(
    2013,
    "A set has no order in CircuitPython.",
    "Use an array or a Map to iterate.",
  ),
  mapChangedInLoop: entry(
    2014,
    "The map changes while it is iterated.",
    "Iterate a copy: `for (const key of [...map.keys()])`.",
  ),
  keyType: entry(
    2015,
    "{0} as a key compares differently in Python.",
    "Use strings, ints or class instances as keys.",
  ),
  callbackForm: entry(
    2016,
    "This method needs its function written in place.",
    "Pass an arrow function.",
  ),
  defaultedArgument: entry(
    2017,
    "Python fills in a default only for an argument that is left out; this one may be {0}.",
    "Leave the argument out, or pass a value.",
  ),
  emptySeparator: entry(
    2018,
    "Python cannot split at an empty string, and this one may be empty.",
    "Use a literal separator.",
  ),
  replacementPattern: entry(
    2019,
    "`$` in a replacement has a meaning in JavaScript only.",
    "Use a literal without `$`, or `split` and `join`.",
  ),

  floatForInt: entry(
    3001,
    "This may be a fraction, and an int is expected.",
    "Use `Math.floor`, `Math.round` or `Math.trunc`.",
  ),
  unknownNumber: entry(
    3002,
    "Whether this number is an int or a float decides how Python treats it.",
    "Declare it `int` (or `float`).",
  ),
  floatText: entry(
    3003,
    "A float's digits differ between JavaScript and a board's 30-bit floats.",
    "Use `toFixed(n)`, or an `int`.",
  ),
  bitsOfFloat: entry(
    3004,
    "Python's bit operations take ints only.",
    "Use `Math.trunc` first, or declare it `int`.",
  ),
  unsafeInteger: entry(3005, "JavaScript cannot hold this number exactly.", "Stay below 2 ** 53."),
  hugePower: entry(
    3006,
    "This power is a fraction in Python unless both sides are ints and the exponent is not negative.",
    "Declare both `int` and check the exponent.",
  ),

  unknownModule: entry(
    4001,
    "The module `{0}` is neither part of the program nor of CircuitPython's typings.",
    "Check its name, or declare it.",
  ),
  circularImport: entry(
    4002,
    "These modules import each other: {0}.",
    "Move what both need into a third module.",
  ),
  unknownGlobal: entry(
    4003,
    "`{0}` is not available on a board.",
    "Use CircuitPython's own modules.",
  ),
  nameCollision: entry(
    4004,
    "`{0}` and `{1}` ({2}) would both be `{3}` in Python.",
    "Rename one of them.",
  ),
  mutableExport: entry(
    4005,
    "`{0}` changes after it was exported; importers in Python would keep the old value.",
    "Export a function that returns it.",
  ),
  usedBeforeDefinition: entry(
    4006,
    "`{0}` is used here before Python has defined it.",
    "Move its definition above this line.",
  ),
  exportForm: entry(4007, "This form of export has no counterpart.", "Use named exports."),
  sameModule: entry(
    4008,
    "`{0}` and `{1}` would both be found as the module `{2}` in Python.",
    "Rename one of them.",
  ),
  hiddenModule: entry(
    4009,
    "`{0}` would become the module `{1}`, which is a board's own or Taipan's.",
    "Rename the file.",
  ),

  floatingPromise: entry(
    5001,
    "Without `await` a coroutine never runs in Python.",
    "`await` it, or start it with `createTask` of asyncio.",
  ),
  awaitOfValue: entry(
    5002,
    "Python cannot await a value that is no promise.",
    "Remove the `await`.",
  ),
  loopVariableCaptured: entry(
    5003,
    "This function would see the last value of `{0}` in Python, each its own in JavaScript.",
    "Move the loop's body into a function that takes `{0}`.",
  ),
  optionsArgument: entry(
    5004,
    "Named arguments have to be written down as an object literal.",
    "Write `{ name: value }` here.",
  ),
  parameterCount: entry(
    5005,
    "`{0}` takes fewer arguments than it is called with; Python does not drop the rest.",
    "Pass an arrow function, or declare all parameters.",
  ),
  optionsFunctionAsValue: entry(
    5006,
    "A function with named parameters can be called directly only.",
    "Pass an arrow function that calls it.",
  ),
  topLevelAwait: entry(
    5007,
    "Python has no `await` outside of functions.",
    "Put it into `async function main()` and end with `asyncio.run(main())`.",
  ),
  generator: entry(
    5008,
    "Generators behave differently in Python.",
    "Return an array, or take a callback.",
  ),
  promiseValue: entry(
    5009,
    "A coroutine starts in Python when it is awaited, in JavaScript at once.",
    "`await` the call itself.",
  ),
  handlerName: entry(
    5010,
    "`{0}` is a keyword in Python and cannot name a parameter.",
    "Use another name.",
  ),
  caughtCaptured: entry(
    5011,
    "An exception's variable is gone in Python when the block ends.",
    "Copy it into a `const` first.",
  ),
} satisfies Record<string, CatalogueEntry>;

export type Refusal = keyof typeof catalogue;

/** The one line that is told: why, then what to write instead. */
export function messageOf(refusal: Refusal, details: readonly string[]): string {
  const { why, instead } = catalogue[refusal];
  return `${why} ${instead}`.replace(
    /\{(\d)\}/g,
    (_, index: string) => details[Number(index)] ?? "",
  );
}
