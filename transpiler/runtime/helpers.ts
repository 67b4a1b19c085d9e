// Functions for what Python does otherwise. A program gets those it uses, in one module,
// taipan_runtime, that runs alike on CircuitPython, MicroPython and CPython.
import type { Helper } from "./helper";
import { arcHelpers } from "./arc-helpers";
import { arrayCallbackHelpers } from "./array-callback-helpers";
import { arrayHelpers } from "./array-helpers";
import { arraySearchHelpers } from "./array-search-helpers";
import { arraySortHelpers } from "./array-sort-helpers";
import { asyncIteratorHelpers } from "./async-iterator-helpers";
import { binaryHelpers } from "./binary-helpers";
import { boardHelpers } from "./board-helpers";
import { bytesHelpers } from "./bytes-helpers";
import { clockHelpers } from "./clock-helpers";
import { columnHelpers } from "./column-helpers";
import { consoleHelpers } from "./console-helpers";
import { errorHelpers } from "./error-helpers";
import { eventLoopHelpers } from "./event-loop-helpers";
import { exponentialHelpers } from "./exponential-helpers";
import { floatHelpers } from "./float-helpers";
import { holeHelpers } from "./hole-helpers";
import { hyperbolicHelpers } from "./hyperbolic-helpers";
import { inspectHelpers } from "./inspect-helpers";
import { iteratorHelpers } from "./iterator-helpers";
import { jsonHelpers } from "./json-helpers";
import { jsonParseHelpers } from "./json-parse-helpers";
import { letterHelpers } from "./letter-helpers";
import { mapHelpers } from "./map-helpers";
import { mathHelpers } from "./math-helpers";
import { nullHelpers } from "./null-helpers";
import { numberHelpers } from "./number-helpers";
import { numberReadingHelpers } from "./number-reading-helpers";
import { numberTextHelpers } from "./number-text-helpers";
import { powerHelpers } from "./power-helpers";
import { promiseHelpers } from "./promise-helpers";
import { recordHelpers } from "./record-helpers";
import { regexpHelpers } from "./regexp-helpers";
import { regexpPatternHelpers } from "./regexp-pattern-helpers";
import { regexpRunHelpers } from "./regexp-run-helpers";
import { stringHelpers } from "./string-helpers";
import { textHelpers } from "./text-helpers";
import { trigonometryHelpers } from "./trigonometry-helpers";
import { typedArrayHelpers } from "./typed-array-helpers";
import { uriHelpers } from "./uri-helpers";
import { valueHelpers } from "./value-helpers";

export const RUNTIME_MODULE = "taipan_runtime";

const all = {
  ...arcHelpers,
  ...arrayCallbackHelpers,
  ...arrayHelpers,
  ...arraySearchHelpers,
  ...arraySortHelpers,
  ...asyncIteratorHelpers,
  ...binaryHelpers,
  ...boardHelpers,
  ...bytesHelpers,
  ...clockHelpers,
  ...columnHelpers,
  ...consoleHelpers,
  ...errorHelpers,
  ...eventLoopHelpers,
  ...exponentialHelpers,
  ...floatHelpers,
  ...holeHelpers,
  ...hyperbolicHelpers,
  ...inspectHelpers,
  ...iteratorHelpers,
  ...jsonHelpers,
  ...jsonParseHelpers,
  ...letterHelpers,
  ...mapHelpers,
  ...mathHelpers,
  ...nullHelpers,
  ...numberHelpers,
  ...numberReadingHelpers,
  ...numberTextHelpers,
  ...powerHelpers,
  ...promiseHelpers,
  ...recordHelpers,
  ...regexpHelpers,
  ...regexpPatternHelpers,
  ...regexpRunHelpers,
  ...stringHelpers,
  ...textHelpers,
  ...trigonometryHelpers,
  ...typedArrayHelpers,
  ...uriHelpers,
  ...valueHelpers,
};

export type HelperName = keyof typeof all;

export const helpers: Readonly<Record<HelperName, Helper>> = all;

/** The module with `used` and what these need, in order of their names. */
export function runtimeText(used: ReadonlySet<HelperName>): string {
  const needed = new Set<HelperName>();
  const add = (id: string): void => {
    if (!isHelper(id)) throw new Error(`There is no helper ${id}`);
    if (needed.has(id)) return;
    needed.add(id);
    helpers[id].needs?.forEach(add);
  };
  used.forEach(add);
  const sorted = [...needed].sort().map((id) => helpers[id]);
  const imports = [...new Set(sorted.flatMap((helper) => helper.imports ?? []))].sort();
  const parts = [`"""What JavaScript does and Python does not."""`];
  if (imports.length > 0) parts.push(`\n${imports.join("\n")}`);
  const texts = sorted.map((helper) => (needed.has("NULL") ? withNull(helper) : helper.text));
  return `${parts.join("\n")}\n\n\n${texts.join("\n\n\n")}\n`;
}

function withNull({ text, forNull }: Helper): string {
  if (forNull === undefined) return text;
  const [part, replacement] = forNull;
  if (!text.includes(part)) throw new Error(`A helper has no part ${part}`);
  return text.replace(part, replacement);
}

const isHelper = (id: string): id is HelperName => Object.hasOwn(helpers, id);
