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
    "Control falls from this case into the next, and their labels would be asked twice.",
    "End the case with `break`, `return` or `throw`, or name the labels by constants.",
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
  superProperty: entry(
    1010,
    "`super.{0}` is neither a method that is called nor an accessor.",
    "Reach it through `this`, or call a method of the base class.",
  ),
  objectMethod: entry(
    1011,
    "This object literal would need a class, and what it is given to asks for a record.",
    "Write a class and make an instance of it.",
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
  mapChangedInLoop: entry(
    2014,
    "A member that has not had its turn may be deleted while the record is run over.",
    "Run over a copy: `for (const key of Object.keys(record))`.",
  ),
  keyType: entry(
    2015,
    "{0} as a key compares differently in Python.",
    "Use strings, numbers or objects as keys.",
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
  placeOutsideBmp: entry(
    2030,
    "A character beyond U+FFFF counts as two in JavaScript and as one in Python, and the program has some.",
    "Take the text apart with `for … of` or `[...text]`.",
  ),
  letterCase: entry(
    2031,
    "The program has letters whose other case or order a board does not know.",
    "Use ASCII letters, or keep both spellings in a table.",
  ),

  iterableMap: entry(
    2022,
    "{0} gives its keys alone in Python where anything that can be iterated is expected.",
    "Pass `[...map.entries()]` or `[...set]`.",
  ),
  floatForInt: entry(
    3001,
    "This may be a fraction, and an int is expected.",
    "Use `Math.floor`, `Math.round` or `Math.trunc`.",
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
    "`{0}` changes after this function was made; in JavaScript every turn of the loop has its own.",
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
  asyncGenerator: entry(
    5008,
    "Asynchronous generators and `for await` do not work on MicroPython.",
    "Return a promise of an array, or take a callback.",
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
