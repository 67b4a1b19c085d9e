// Comments and empty lines, carried over: every comment exactly once.
import { ts } from "ts-morph";
import { isFunctionNode } from "../analysis/syntax";
import { walk } from "../analysis/walk";
import { pythonName } from "../naming/names";
import type * as py from "../python/ast";
import { BLANK } from "../python/build";
import { commentsOf, firstFrom } from "./comment-ranges";

const NOT_FOR_PYTHON = /^\s*@(py|kwargs|internal)\b/;

export class Comments {
  private readonly printed = new Set<number>();
  private readonly text: string;
  private readonly ranges: readonly ts.CommentRange[];
  private readonly starts: readonly number[];

  constructor(private readonly file: ts.SourceFile) {
    // Python reads neither NUL nor half a character, not even here.
    this.text = file.text.replace(/\0|\p{Cs}/gu, "\ufffd");
    this.ranges = commentsOf(file);
    this.starts = this.ranges.map(({ pos }) => pos);
    walk(file, (node) => {
      if (!ts.isTypeNode(node) || ts.isExpressionWithTypeArguments(node)) return true;
      for (const { pos } of this.between(node.getFullStart(), node.end)) this.printed.add(pos);
      return false;
    });
  }

  /** The comments and the empty line above `node`. The JSDoc of a definition stays for `documentation`. */
  before(node: ts.Node): py.Statement[] {
    const result: py.Statement[] = [];
    const from = node.getFullStart();
    const end = node.getStart(this.file);
    const docstring = hasDocstring(node) ? jsDocOf(node)?.pos : undefined;
    let last = from;
    for (const range of this.between(from, end)) {
      if (range.pos === docstring) continue;
      if (this.hasBlank(last, range.pos)) result.push(BLANK);
      result.push(...this.print(range));
      last = range.end;
    }
    if (this.hasBlank(last, end)) result.push(BLANK);
    return result;
  }

  /** The lines of comments that stand by themselves above a part of an expression. */
  above(node: ts.Node): string[] {
    return this.between(node.getFullStart(), node.getStart(this.file))
      .filter(({ pos }) => /\n[ \t]*$/.test(this.text.slice(0, pos)))
      .flatMap((range) => this.print(range).map(({ text }) => text));
  }

  /** Takes what belongs to a node that Python has no use for; not what an empty line sets apart. */
  drop(node: ts.Node): void {
    const trailing = ts.getTrailingCommentRanges(this.text, node.end) ?? [];
    for (const range of [...this.between(node.getFullStart(), node.end), ...trailing]) {
      const isApart =
        range.end <= node.getStart(this.file) && this.hasBlank(range.end, node.getStart(this.file));
      if (!isApart) this.printed.add(range.pos);
    }
  }

  /** JSDoc directly above a declaration or its first overload, as the lines of a docstring. */
  documentation(node: ts.Node): string | undefined {
    const comment = jsDocOf(node) ?? overloadDocOf(node);
    if (comment === undefined) return undefined;
    if (jsDocOf(node) !== undefined && this.printed.has(comment.pos)) return undefined;
    this.printed.add(comment.pos);
    const text = docstringOf(linesOf(this.text.slice(comment.pos, comment.end)));
    return text === "" ? undefined : text;
  }

  /** A comment after `node`, or after the comma behind it, on its last line. */
  trailing(node: ts.Node): string | undefined {
    const end = this.text[node.end] === "," ? node.end + 1 : node.end;
    const range = ts.getTrailingCommentRanges(this.text, end)?.[0];
    if (range === undefined || this.printed.has(range.pos)) return undefined;
    this.printed.add(range.pos);
    return linesOf(this.text.slice(range.pos, range.end)).join(" ");
  }

  /** What is left inside of `node`, in the middle of expressions: printed above it. */
  inside(node: ts.Node): py.Statement[] {
    return this.between(node.getStart(this.file), node.end).flatMap((range) => this.print(range));
  }

  /** Comments between the last statement of a block and its end. */
  atEnd(block: ts.Node, from: number): py.Statement[] {
    const result: py.Statement[] = [];
    let last = from;
    for (const range of this.between(from, block.end)) {
      if (this.hasBlank(last, range.pos)) result.push(BLANK);
      result.push(...this.print(range));
      last = range.end;
    }
    return result;
  }

  private between(from: number, to: number): ts.CommentRange[] {
    return this.within(from, to).filter(({ pos }) => !this.printed.has(pos));
  }

  private within(from: number, to: number): readonly ts.CommentRange[] {
    return this.ranges.slice(firstFrom(this.starts, from), firstFrom(this.starts, to));
  }

  private print(range: ts.CommentRange): py.Comment[] {
    this.printed.add(range.pos);
    return linesOf(this.text.slice(range.pos, range.end)).map((text) => ({
      kind: "Comment",
      text,
    }));
  }

  private hasBlank(from: number, to: number): boolean {
    let text = "";
    let last = from;
    for (const { pos, end } of this.within(from, to)) {
      text += `${this.text.slice(last, pos)}#`;
      last = end;
    }
    return from > 0 && /\n[ \t]*\r?\n/.test(text + this.text.slice(last, to));
  }
}

/** The last JSDoc above `node`. */
function jsDocOf(node: ts.Node): ts.JSDoc | undefined {
  const own = (node as { jsDoc?: readonly ts.JSDoc[] }).jsDoc;
  return own?.at(-1);
}

/** Of several signatures the first one that has a JSDoc. */
function overloadDocOf(node: ts.Node): ts.JSDoc | undefined {
  if (!isFunctionNode(node) || node.name === undefined) return undefined;
  const { parent } = node;
  const siblings: readonly ts.Node[] = ts.isClassLike(parent)
    ? parent.members
    : ts.isSourceFile(parent) || ts.isBlock(parent)
      ? parent.statements
      : [];
  const name = node.name.getText();
  const signatures = siblings.filter(
    (other) =>
      other.kind === node.kind &&
      other !== node &&
      (other as ts.NamedDeclaration).name?.getText() === name,
  );
  return signatures.map(jsDocOf).find((doc) => doc !== undefined);
}

const hasDocstring = (node: ts.Node) =>
  ts.isClassDeclaration(node) || ts.isEnumDeclaration(node) || isFunctionNode(node);

/** The lines of a comment without its marks. */
function linesOf(comment: string): string[] {
  if (comment.startsWith("//")) return [inPython(comment.replace(/^\/\/ ?/, "").trimEnd())];
  const lines = comment
    .replace(/^\/\*+ ?/, "")
    .replace(/\s*\*+\/$/, "")
    // Whatever ends a line in TypeScript (ECMA-262 §12.3): a `\r` ends a comment of Python, too.
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line, index) => (index === 0 ? line : line.replace(/^\s*\* ?/, "")).trimEnd())
    .filter((line) => !NOT_FOR_PYTHON.test(line));
  while (lines[0] === "") lines.shift();
  while (lines.at(-1) === "") lines.pop();
  return lines.map(inPython);
}

/** JSDoc's tags as a docstring has them: `name: text`, `Returns text`, `Raises Error: text`. */
function docstringOf(lines: readonly string[]): string {
  const isTag = (text: string | undefined) => text?.startsWith("@") ?? false;
  return lines
    .flatMap((text, index) => {
      const previous = lines[index - 1];
      const first =
        isTag(text) &&
        previous !== undefined &&
        previous !== "" &&
        !lines.slice(0, index).some(isTag);
      return first ? ["", tagText(text)] : [tagText(text)];
    })
    .join("\n")
    .trim();
}

function tagText(text: string): string {
  const parameter = /^@param (\w+) ?(?:- )?(.*)/.exec(text);
  if (parameter !== null) return `${pythonName(parameter[1] ?? "")}: ${parameter[2] ?? ""}`;
  const error = /^@throws (\w+) ?(.*)/.exec(text);
  if (error !== null) return `Raises ${error[1] ?? ""}: ${error[2] ?? ""}`;
  return text.replace(/^@returns? /, "Returns ");
}

const CONSTANTS: Record<string, string> = {
  true: "True",
  false: "False",
  null: "None",
  undefined: "None",
};

/** What a comment says in TypeScript's words: names and constants are spelled as they are in Python. */
function inPython(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith("`") ? codeInPython(part) : wordsInPython(part)))
    .join("");
}

function codeInPython(code: string): string {
  const constant = CONSTANTS[code.slice(1, -1)];
  if (constant !== undefined) return `\`${constant}\``;
  return code.replace(/^`([a-z]+[A-Z]\w*)(\(\))?`$/, (_, id: string, call = "") => {
    return `\`${pythonName(id)}${call}\``;
  });
}

/** `null` is no English word; `true` and `false` are, except where they are a condition's outcome. */
const wordsInPython = (text: string): string =>
  text
    .replace(/\b(?:[Nn]ull|undefined)\b/g, "None")
    .replace(/\b([Tt]rue|[Ff]alse)(?= (?:if|when|where|while)\b)/g, (word) => {
      return word[0]!.toUpperCase() + word.slice(1);
    });
