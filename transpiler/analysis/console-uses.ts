// What the program may ask of the console beyond lines of values.
import { ts } from "ts-morph";
import { importsBoard } from "./board-imports";
import { byTree, some } from "./walk";

/** Whether a text of the program may hold `%`, which begins a format where the console finds it. */
export const percentAppears = (files: readonly ts.SourceFile[]): boolean =>
  files.some((file) => byTree(file, mayBringPercent, () => some(file, mayBringPercent)));

/** Whether the program may indent what the console prints. */
export const opensGroups = (files: readonly ts.SourceFile[]): boolean =>
  files.some((file) => file.text.includes("console.group"));

/** What makes text of codes. */
const MAKERS = new Set(["atob", "decode", "fromCharCode", "fromCodePoint"]);

/** A literal with `%`, in JSON as `\u0025` too, or text that comes from codes or from outside of the program. */
function mayBringPercent(node: ts.Node): boolean {
  if (ts.isLiteralExpression(node) || ts.isTemplateLiteralToken(node))
    return /%|\\u0025/.test(node.text);
  if (ts.isIdentifier(node)) return MAKERS.has(node.text);
  return importsBoard(node);
}
