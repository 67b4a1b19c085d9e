// What `transpile` is called with: JavaScript lets anything through, and what fails later says little.

/** Says clearly what is wanted where something else is given. */
export function expectRequest(files: unknown, options: unknown): void {
  const wanted = 'transpile(files, options) takes TypeScript by file name, `{ "main.ts": text }`';
  if (!isObject(files)) throw new TypeError(`${wanted}; files is ${inWords(files)}.`);
  for (const [file, text] of Object.entries(files))
    if (typeof text !== "string")
      throw new TypeError(`${wanted}; the content of "${file}" is ${inWords(text)}.`);
  const entry = isObject(options) ? options["entry"] : undefined;
  if (typeof entry !== "string")
    throw new TypeError(
      `transpile(files, options) takes the file to begin with, \`{ entry: "main.ts" }\`; ${
        isObject(options) ? "entry" : "options"
      } is ${inWords(isObject(options) ? entry : options)}.`,
    );
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

function inWords(value: unknown): string {
  if (value === null || value === undefined) return String(value);
  return Array.isArray(value) ? "an array" : `of type ${typeof value}`;
}
