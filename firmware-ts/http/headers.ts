import { FieldStorage } from "./field-storage";
import { breaksLine, isToken, stripBlanks } from "./text";

/** Header fields. Names are kept, found and sent in lower case. */
export class Headers extends FieldStorage {
  /** @param headers header lines, or names with their values */
  constructor(headers: string | Record<string, string> | null = null) {
    super();
    if (headers === null) return;
    if (typeof headers === "string") {
      this.addLines(headers);
    } else {
      for (const [name, value] of Object.entries(headers)) this.set(name, value);
    }
  }

  protected override keyOf(name: string): string {
    return name.toLowerCase();
  }

  /** @throws ValueError the name is no token, or the value would break out of its line */
  override add(fieldName: string, value: string): void {
    if (!isToken(fieldName)) throw new ValueError(`Header name is not a token: ${fieldName}`);
    if (breaksLine(value)) throw new ValueError(`Header value has a line break: ${fieldName}`);
    super.add(fieldName, value);
  }

  /**
   * Makes `value` the only one of `fieldName`.
   * @throws ValueError as `add`
   */
  set(fieldName: string, value: string): void {
    this.remove(this.keyOf(fieldName));
    this.add(fieldName, value);
  }

  /** @py __setitem__ */
  put(fieldName: string, value: string): void {
    this.set(fieldName, value);
  }

  /** @py __delitem__ */
  delete(fieldName: string): void {
    this.remove(this.keyOf(fieldName));
  }

  /** Sets `fieldName` only where it is missing; returns the value that it then has. */
  setdefault(fieldName: string, value: string): string {
    const present = this.get(fieldName);
    if (present !== null) return present;
    this.add(fieldName, value);
    return value;
  }

  /** Takes over fields, in place of those of the same name. */
  update(headers: Headers | Record<string, string>): void {
    if (headers instanceof Headers) {
      for (const name of headers.fields) {
        this.remove(name);
        for (const value of headers.getList(name)) this.add(name, value);
      }
    } else {
      for (const [name, value] of Object.entries(headers)) this.set(name, value);
    }
  }

  copy(): Headers {
    const copy = new Headers();
    copy.update(this);
    return copy;
  }

  /** The value without its parameters: `text/html` of `text/html; charset=utf-8`. */
  getDirective(name: string, fallback: string | null = null): string | null {
    const value = this.get(name);
    if (value === null) return fallback;
    const semicolon = value.indexOf(";");
    return unquote(semicolon < 0 ? value : value.slice(0, semicolon));
  }

  /** A parameter of the value: `utf-8` for `charset` of `text/html; charset=utf-8`. */
  getParameter(name: string, parameter: string, fallback: string | null = null): string | null {
    const value = this.get(name);
    if (value === null) return fallback;
    for (const part of value.split(";").slice(1)) {
      const equals = part.indexOf("=");
      if (equals < 0) continue;
      if (stripBlanks(part.slice(0, equals)).toLowerCase() === parameter.toLowerCase()) {
        return unquote(part.slice(equals + 1));
      }
    }
    return fallback;
  }

  private addLines(lines: string): void {
    for (const line of lines.split("\r\n")) {
      const colon = line.indexOf(":");
      if (colon > 0) this.add(line.slice(0, colon), stripBlanks(line.slice(colon + 1)));
    }
  }
}

/** `text` without blanks and quotes around it. */
function unquote(text: string): string {
  const stripped = stripBlanks(text);
  if (stripped.length < 2 || !stripped.startsWith('"') || !stripped.endsWith('"')) return stripped;
  return stripped.slice(1, -1);
}
