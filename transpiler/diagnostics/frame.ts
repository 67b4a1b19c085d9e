// The lines of a program around a place, with carets under what is meant.
import type { Colours } from "./colours";
import type { Range } from "./diagnostic";

/** Lines above, and below, the one that is meant. */
const CONTEXT = 2;
/** What fits beside the line numbers; of a longer line the part around the place is shown. */
const WIDTH = 110;
const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** Takes two columns of a terminal (Unicode TR11, "W" and "F", roughly). */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]|\p{Emoji_Presentation}/gu;
/** Takes none. */
const WIDTHLESS = /\p{Mn}|\p{Cf}/gu;

/** What a terminal would obey instead of showing; tabs are kept. */
const withoutControls = (text: string) => text.replace(/[^\P{Cc}\t]/gu, "\ufffd");

/** Blanks as wide as `text`, with its tabs. */
const blanksFor = (text: string) =>
  text.replace(WIDTHLESS, "").replace(WIDE, "  ").replace(/[^\t]/gu, " ");

interface ShownLine {
  readonly text: string;
  /** Of what is meant, in `text`. */
  readonly start: number;
  readonly end: number;
}

function cut(line: string, start: number, end: number): ShownLine {
  if (line.length <= WIDTH) return { text: line, start, end };
  const from = Math.max(0, Math.min(start - WIDTH / 3, line.length - WIDTH));
  const first = Math.floor(from);
  const left = first > 0 ? "…" : "";
  const right = first + WIDTH < line.length ? "…" : "";
  const text = left + line.slice(first, first + WIDTH) + right;
  const shift = left.length - first;
  return { text, start: start + shift, end: Math.min(end + shift, text.length) };
}

/**
 * ```
 *   1 | const names = ["a"];
 *   2 | if (names == 1) {
 *     |     ^^^^^^^^^^
 *   3 | }
 * ```
 * Nothing for a place that `source` does not have.
 */
export function codeFrame(source: string, range: Range, colours: Colours): string[] {
  const lines = source.split(LINE_END);
  const line = lines[range.line - 1];
  if (line === undefined) return [];
  const first = Math.max(1, range.line - CONTEXT);
  const last = Math.min(lines.length, range.line + CONTEXT);
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const width = String(last).length;
  const gutter = (text: string) => colours.dim(`  ${text.padStart(width)} |`);
  return numbers.flatMap((number) => {
    const isMeant = number === range.line;
    const text = lines[number - 1] ?? "";
    const {
      text: shown,
      start,
      end,
    } = cut(
      text,
      isMeant ? range.column - 1 : 0,
      isMeant && range.endLine === range.line ? range.endColumn - 1 : text.length,
    );
    const row = `${gutter(String(number))} ${withoutControls(shown)}`.trimEnd();
    if (!isMeant) return [row];
    const carets = "^".repeat(Math.max(1, blanksFor(shown.slice(start, end)).length));
    return [row, `${gutter("")} ${blanksFor(shown.slice(0, start))}${colours.error(carets)}`];
  });
}
