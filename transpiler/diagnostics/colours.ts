// Colours of a terminal, by what they are for.

export interface Colours {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly place: (text: string) => string;
  readonly advice: (text: string) => string;
  readonly dim: (text: string) => string;
}

const plain = (text: string) => text;

export const noColours: Colours = {
  error: plain,
  warning: plain,
  place: plain,
  advice: plain,
  dim: plain,
};

/** Select Graphic Rendition (ECMA-48 §8.3.117). */
const rendition = (code: number) => (text: string) => `\x1b[${code}m${text}\x1b[0m`;

export const terminalColours: Colours = {
  error: rendition(91),
  warning: rendition(93),
  place: rendition(96),
  advice: rendition(92),
  dim: rendition(90),
};

/** @see https://no-color.org, https://force-color.org */
export function coloursFor(
  stream: { readonly isTTY?: boolean },
  environment: Readonly<Record<string, string | undefined>>,
): Colours {
  const { FORCE_COLOR: forced = "", NO_COLOR: refused = "", TERM: terminal } = environment;
  if (forced !== "") return ["0", "false"].includes(forced) ? noColours : terminalColours;
  const isWanted = stream.isTTY === true && refused === "" && terminal !== "dumb";
  return isWanted ? terminalColours : noColours;
}
