// Text that knows where it may be broken (after Wadler, "A prettier printer", 2003): a group is
// printed flat if it fits into the line, else at its own breaks, outermost first, as black does.
import type { Origin } from "./ast";

export type Document =
  | string
  | { readonly kind: "concat"; readonly parts: readonly Document[] }
  | { readonly kind: "group"; readonly content: Document }
  | { readonly kind: "indent"; readonly content: Document }
  /** A line break where the group is broken, else `flat`. */
  | { readonly kind: "line"; readonly flat: string }
  /** A line break always: the groups around it are broken. */
  | { readonly kind: "hard-line" }
  | { readonly kind: "if-broken"; readonly broken: string }
  /** What is printed here stems from `origin`. */
  | { readonly kind: "origin"; readonly origin: Origin; readonly content: Document };

export const concat = (...parts: Document[]): Document => ({ kind: "concat", parts });
export const group = (content: Document): Document => ({ kind: "group", content });
export const indent = (content: Document): Document => ({ kind: "indent", content });
export const line: Document = { kind: "line", flat: " " };
export const softLine: Document = { kind: "line", flat: "" };
export const hardLine: Document = { kind: "hard-line" };
export const ifBroken = (broken: string): Document => ({ kind: "if-broken", broken });

export function join(separator: Document, parts: readonly Document[]): Document {
  return concat(...parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part])));
}

/** `(a, b)`; when broken one element a line, with a comma after the last of several. */
export function bracketed(
  open: string,
  elements: readonly Document[],
  close: string,
  isComma = elements.length > 1,
): Document {
  if (elements.length === 0) return open + close;
  const inner = indent(concat(softLine, join(concat(",", line), elements)));
  return group(concat(open, inner, isComma ? ifBroken(",") : "", softLine, close));
}

interface Command {
  readonly depth: number;
  readonly flat: boolean;
  readonly document: Document;
  readonly origin: Origin | undefined;
}

export interface PrintedLine {
  readonly text: string;
  readonly origin: Origin | undefined;
}

const INDENT = "    ";

/** Puts what the document of `command` is made of on top of `stack`, its first part last. */
function open(command: Command, stack: Command[]): void {
  const { depth, flat, document, origin } = command;
  if (typeof document === "string") return;
  switch (document.kind) {
    case "concat":
      for (let index = document.parts.length - 1; index >= 0; index--)
        stack.push({ depth, flat, document: document.parts[index]!, origin });
      return;
    case "group":
      stack.push({ depth, flat, document: document.content, origin });
      return;
    case "indent":
      stack.push({ depth: depth + 1, flat, document: document.content, origin });
      return;
    case "origin":
      stack.push({ depth, flat, document: document.content, origin: document.origin });
      return;
    case "hard-line":
    case "if-broken":
    case "line":
      return;
  }
}

/** Whether `first`, flat, and what follows up to the next possible break fit into `width`. */
function fits(first: Command, rest: readonly Command[], width: number): boolean {
  const pending: Command[] = [{ ...first, flat: true }];
  let next = rest.length - 1;
  let left = width;
  while (left >= 0) {
    const command = pending.pop() ?? rest[next--];
    if (command === undefined) return true;
    const { document } = command;
    if (typeof document === "string") left -= document.length;
    else if (document.kind === "hard-line") return !command.flat;
    else if (document.kind === "line") {
      if (!command.flat) return true;
      left -= document.flat.length;
    } else if (document.kind === "if-broken") {
      if (!command.flat) left -= document.broken.length;
    } else open(command, pending);
  }
  return false;
}

/** Lays `document` out at `depth` levels of indentation, in lines of `width` where it can. */
export function layOut(document: Document, depth: number, width: number): PrintedLine[] {
  const lines: PrintedLine[] = [];
  let text = INDENT.repeat(depth);
  let lineOrigin: Origin | undefined;
  const stack: Command[] = [{ depth, flat: false, document, origin: undefined }];
  for (let command = stack.pop(); command !== undefined; command = stack.pop()) {
    const current = command.document;
    if (typeof current === "string") {
      text += current;
      lineOrigin ??= command.origin;
    } else if (current.kind === "line" || current.kind === "hard-line") {
      if (command.flat && current.kind === "line") text += current.flat;
      else {
        lines.push({ text: text.trimEnd(), origin: lineOrigin });
        text = INDENT.repeat(command.depth);
        lineOrigin = undefined;
      }
    } else if (current.kind === "if-broken") {
      if (!command.flat) text += current.broken;
    } else if (current.kind === "group") {
      const content = { ...command, document: current.content };
      const flat = command.flat || fits(content, stack, width - text.length);
      stack.push({ ...content, flat });
    } else open(command, stack);
  }
  lines.push({ text: text.trimEnd(), origin: lineOrigin });
  return lines;
}
