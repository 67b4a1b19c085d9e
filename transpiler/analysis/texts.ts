// Which characters the program's own texts bring in, beyond those that both sides treat alike. What
// comes in while it runs is assumed to stay within U+FFFF, with no letters but ASCII's to change.
import { ts } from "ts-morph";
import { isNamed } from "./syntax";
import { byTree, some, walk } from "./walk";

/** Letters whose capitals runtime/string-helpers.ts knows; a sigma depends on its place in a word. */
const KNOWN_CASE =
  /^(?:\p{ASCII}|[\u00c0-\u012f\u0132-\u0148\u014a-\u017e\u0391-\u03a1\u03a4-\u03a9\u03b1-\u03c1\u03c4-\u03c9\u0400-\u045f])*$/u;

/** What makes text of what is no text of the program. */
const MAKERS = new Set(
  "atob decode decodeURI decodeURIComponent fromCharCode fromCodePoint parse raw recv read readline".split(
    " ",
  ),
);

export interface Texts {
  /** Characters beyond U+FFFF: two of JavaScript's code units, one character of Python's. */
  readonly outsideBmp: boolean;
  /** Letters other than ASCII's that have two cases. */
  readonly otherLetters: boolean;
  /** Such letters of which nobody here knows the other case. */
  readonly unknownLetters: boolean;
  /** Anything but ASCII. */
  readonly beyondAscii: boolean;
  /** Characters that one side takes for blanks and the other does not; those that are made of codes too. */
  readonly oddBlanks: boolean;
}

export function textsOf(files: readonly ts.SourceFile[]): Texts {
  const decodesUri = files.some(({ text }) => text.includes("decodeURI"));
  const what = decodesUri ? "texts of a program that decodes URIs" : "texts";
  const all = files.map((file) => byTree(file, what, () => textsIn(file, decodesUri)));
  return {
    outsideBmp: all.some(({ outsideBmp }) => outsideBmp),
    otherLetters: all.some(({ otherLetters }) => otherLetters),
    unknownLetters: all.some(({ unknownLetters }) => unknownLetters),
    beyondAscii: all.some(({ beyondAscii }) => beyondAscii),
    oddBlanks: all.some(({ oddBlanks }) => oddBlanks),
  };
}

function textsIn(file: ts.SourceFile, decodesUri: boolean): Texts {
  let outsideBmp = false;
  let otherLetters = false;
  let unknownLetters = false;
  let beyondAscii = false;
  let oddBlanks = false;
  const decodes = some(file, (node) => isNamed(node, "TextDecoder"));
  walk(file, (node) => {
    const lead = decodes ? leadByte(node) : 0;
    outsideBmp ||= lead >= 0xf0;
    beyondAscii ||= lead > 0;
    otherLetters ||= lead > 0;
    unknownLetters ||= lead > 0;
    if (ts.isCallExpression(node)) outsideBmp ||= makesAnyCharacter(node);
    if (ts.isStringLiteralLike(node) && /%[c-f]/i.test(node.text) && decodesUri) {
      outsideBmp ||= /%f/i.test(node.text);
      beyondAscii = otherLetters = unknownLetters = true;
    }
    oddBlanks ||= ts.isIdentifier(node) && MAKERS.has(node.text);
    if (!isText(node) || isPrintedOnly(node)) return;
    outsideBmp ||= hasOutsideBmp(node.text);
    oddBlanks ||= [...node.text].some(isOdd);
    beyondAscii ||= /[^\0-\x7f]/.test(node.text);
    const letters = [...node.text].filter((letter) => letter > "\x7f" && hasCase(letter)).join("");
    otherLetters ||= letters !== "";
    unknownLetters ||= !KNOWN_CASE.test(letters);
  });
  return { outsideBmp, otherLetters, unknownLetters, beyondAscii, oddBlanks };
}

/** The first byte of a character in UTF-8, where `node` and the number behind it may be that; else 0. */
function leadByte(node: ts.Node): number {
  if (!ts.isNumericLiteral(node)) return 0;
  const { parent } = node;
  const row = ts.isArrayLiteralExpression(parent)
    ? parent.elements
    : ts.isCallExpression(parent)
      ? parent.arguments
      : undefined;
  const next = row?.[row.indexOf(node) + 1];
  const [lead, second] = [
    Number(node.text),
    next && ts.isNumericLiteral(next) ? Number(next.text) : 0,
  ];
  const isCharacter = lead >= 0xc2 && lead <= 0xf4 && second >= 0x80 && second <= 0xbf;
  return isCharacter ? lead : 0;
}

export const hasOutsideBmp = (text: string): boolean => /[\u{10000}-\u{10ffff}]/u.test(text);

/** Separators of ASCII are blanks to CPython alone; of what is beyond ASCII only JavaScript knows. */
const isOdd = (character: string) =>
  character > "\x7f" || (character >= "\x1c" && character <= "\x1f");

const hasCase = (letter: string) =>
  letter.toLowerCase() !== letter || letter.toUpperCase() !== letter;

type Text = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateLiteralLikeNode;

function isText(node: ts.Node): node is Text {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return true;
  return ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);
}

function makesAnyCharacter(node: ts.CallExpression): boolean {
  const callee = node.expression;
  if (!ts.isPropertyAccessExpression(callee)) return false;
  if (callee.name.text === "fromCodePoint")
    return node.arguments.some(
      (argument) => !ts.isNumericLiteral(argument) || Number(argument.text) > 0xffff,
    );
  return (
    callee.name.text === "fromCharCode" &&
    node.arguments.some(
      (argument) => ts.isNumericLiteral(argument) && (Number(argument.text) & 0xf800) === 0xd800,
    )
  );
}

/** Whether a text goes to the console, or to an error, and nowhere else. */
function isPrintedOnly(node: ts.Node): boolean {
  const { parent } = node;
  const isPart =
    ts.isTemplateSpan(parent) ||
    ts.isTemplateExpression(parent) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken);
  if (isPart) return isPrintedOnly(parent);
  if (ts.isCallExpression(parent))
    return parent.expression !== node && parent.expression.getText().startsWith("console.");
  return false;
}
