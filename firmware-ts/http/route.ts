import { GET } from "./methods";
import { decodeWhereValid } from "./percent";
import type { Request } from "./request";
import type { Response } from "./response";

/** The names of a path's `<parameters>`, so that a handler's arguments are checked against it. */
export type PathParameters<Path extends string> = string extends Path
  ? Record<string, string>
  : Path extends `${string}<${infer Name}>${infer Rest}`
    ? { [Key in Name]: string } & PathParameters<Rest>
    : unknown;

/**
 * Answers a request; null closes the connection without a byte. The parameters in the route's path
 * come as named arguments.
 * @kwargs
 */
export type Handler<Parameters = Record<string, string>> = (
  request: Request,
  parameters: Parameters,
) => Response | null;

/** One piece of any text. */
const ANY_SEGMENT = "...";
/** One piece or more. */
const ANY_PATH = "....";

/** Which requests a handler answers. */
export class Route {
  readonly methods: string[];
  /** The names in `<>`, in their order. */
  readonly parametersNames: string[] = [];
  /** Whether `path` also fits with a slash at its end. */
  readonly appendSlash: boolean;
  private readonly pattern: string[];

  /**
   * @param path with `<name>` for a parameter, `...` for any one piece, `....` for any number
   * @throws ValueError the path makes no sense
   */
  constructor(
    readonly path: string = "",
    methods: string | string[] = GET,
    readonly handler: Handler | null = null,
    { appendSlash = false }: { appendSlash?: boolean } = {},
  ) {
    checkPath(path, appendSlash);
    this.methods = typeof methods === "string" ? [methods] : [...methods];
    this.pattern = path.split("/");
    this.appendSlash = appendSlash;
    for (const segment of this.pattern) {
      if (segment.startsWith("<")) this.parametersNames.push(segment.slice(1, -1));
    }
  }

  /** Whether this route answers `method` at `path`, and with which parameters. */
  matches(method: string, path: string): [boolean, Record<string, string> | null] {
    if (!this.methods.includes(method)) return [false, null];
    const segments = path.split("/").map((segment) => decodeWhereValid(segment));
    const parameters = this.matchSegments(segments);
    return [parameters !== null, parameters];
  }

  /** The parameters that decoded pieces of a path give, or nothing when they do not fit. */
  matchSegments(segments: string[]): Record<string, string> | null {
    const parameters = matchPattern(this.pattern, segments);
    if (parameters !== null || !this.appendSlash) return parameters;
    return matchPattern([...this.pattern, ""], segments);
  }
}

function matchPattern(pattern: string[], segments: string[]): Record<string, string> | null {
  const parameters: Record<string, string> = {};
  let index = 0;
  let position = 0;
  // Where the last `....` is, and how far it has reached: it takes more when the rest fails.
  let wildcard = -1;
  let reached = 0;
  while (index < segments.length) {
    const segment = segments[index];
    const expected = position < pattern.length ? pattern[position] : null;
    if (expected != null && fits(expected, segment, parameters)) {
      if (expected === ANY_PATH) {
        wildcard = position;
        reached = index;
      }
      index += 1;
      position += 1;
    } else if (wildcard >= 0) {
      reached += 1;
      index = reached + 1;
      position = wildcard + 1;
    } else {
      return null;
    }
  }
  return index === segments.length && position === pattern.length ? parameters : null;
}

/** Whether a piece of a path is what the route expects there; notes it where that is a parameter. */
function fits(expected: string, segment: string, parameters: Record<string, string>): boolean {
  if (expected === ANY_SEGMENT || expected === ANY_PATH) return segment !== "";
  if (!expected.startsWith("<")) return segment === expected;
  parameters[expected.slice(1, -1)] = segment;
  return segment !== "";
}

function checkPath(path: string, appendSlash: boolean): void {
  if (!path.startsWith("/")) throw new ValueError("Path must start with a slash.");
  if (appendSlash && path.endsWith("/")) {
    throw new ValueError("Cannot use append_slash=True when path ends with /");
  }
  if (path.includes("//")) throw new ValueError("Path cannot contain double slashes.");
  if (path.includes("<>")) throw new ValueError("All URL parameters must be named.");
  if (path.includes(".....")) {
    throw new ValueError("Path cannot contain more than 4 dots in a row.");
  }
  for (const segment of path.split("/")) {
    const dots = segment.includes(ANY_SEGMENT);
    if (dots && segment !== ANY_SEGMENT && segment !== ANY_PATH) {
      throw new ValueError("... and .... must be between slashes");
    }
    const brackets = segment.includes("<") || segment.includes(">");
    const whole = segment.startsWith("<") && segment.indexOf(">") === segment.length - 1;
    if (brackets && !whole) throw new ValueError("All URL parameters must be between slashes.");
  }
}
