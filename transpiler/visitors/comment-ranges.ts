// Where the comments of a file are.
import { ts } from "ts-morph";

/** `/// <reference path="./pins.d.ts" />`: said to TypeScript, and to nobody who reads. */
const DIRECTIVE = /^\/\/\/\s*<reference\s/;

/** Every comment of a file, found between its tokens; where nothing looks like one nobody looks closer. */
export function commentsOf(file: ts.SourceFile): ts.CommentRange[] {
  const found = new Map<number, ts.CommentRange>();
  const text = file.text;
  const marks = [...text.matchAll(/\/[/*]/g)].map(({ index }) => index);
  const visit = (node: ts.Node): void => {
    const from = node.getFullStart();
    const mark = marks[firstFrom(marks, from)];
    // A comment that follows on the last line belongs to the node, too.
    if (mark === undefined || mark > endOfLine(text, node.end)) return;
    const ranges = [
      ...(ts.getLeadingCommentRanges(text, from) ?? []),
      ...(ts.getTrailingCommentRanges(text, node.end) ?? []),
    ];
    for (const range of ranges) found.set(range.pos, range);
    for (const child of node.getChildren(file)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(file);
  return [...found.values()]
    .filter(({ pos }) => !DIRECTIVE.test(text.slice(pos, endOfLine(text, pos))))
    .sort((a, b) => a.pos - b.pos);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}

/** The index of the first of the ascending `numbers` that is `least` or above. */
export function firstFrom(numbers: readonly number[], least: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
