import { FieldStorage } from "./field-storage";
import { decodeWhereValid } from "./percent";

/** The parameters behind the `?` of an address, decoded. */
export class QueryParams extends FieldStorage {
  constructor(queryString: string) {
    super();
    for (const pair of queryString.split("&")) {
      if (pair === "") continue;
      const equals = pair.indexOf("=");
      if (equals < 0) this.add(decodeParameter(pair), "");
      else
        this.add(decodeParameter(pair.slice(0, equals)), decodeParameter(pair.slice(equals + 1)));
    }
  }

  /**
   * The first value of `fieldName`, or `fallback`.
   * @param safe whether the value comes with HTML's special characters escaped
   */
  override get(fieldName: string, fallback?: null, options?: { safe?: boolean }): string | null;
  override get(fieldName: string, fallback: string, options?: { safe?: boolean }): string;
  override get(
    fieldName: string,
    fallback: string | null = null,
    { safe = true }: { safe?: boolean } = {},
  ): string | null {
    const value = super.get(fieldName) ?? fallback;
    return value !== null && safe ? escapeHTML(value) : value;
  }
}

/** application/x-www-form-urlencoded has `+` for a blank. */
function decodeParameter(text: string): string {
  return decodeWhereValid(text.replaceAll("+", " "));
}

/** `text` so that a browser shows it and does not read it as HTML. */
function escapeHTML(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
