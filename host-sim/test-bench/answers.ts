// The answers that came over one connection, and whether others are the same.
import { ResponseReader, type ResponseHead } from "./response-reader";

interface Answer {
  head: ResponseHead | null;
  body: Buffer[];
  isComplete: boolean;
}

/** A stream has as many pictures as there was time for: only that some came is compared. */
const isStream = ({ head }: Answer): boolean =>
  head?.status === 101 || (head?.headers["content-type"] ?? "").startsWith("multipart/x-mixed");

/** @param isHead whether HEAD was asked for. What is no HTTP is one answer without a head. */
export function answersIn(bytes: Buffer, isHead: boolean): Answer[] {
  const answers: Answer[] = [];
  const reader = new ResponseReader(
    {
      head: (head) => void answers.push({ head, body: [], isComplete: false }),
      body: (part) => void answers.at(-1)?.body.push(Buffer.from(part)),
      complete: () => {
        const last = answers.at(-1);
        if (last !== undefined) last.isComplete = true;
      },
    },
    isHead,
  );
  try {
    const behind = reader.push(bytes);
    if (behind.length > 0) answers.at(-1)?.body.push(Buffer.from(behind));
    return answers;
  } catch {
    return [{ head: null, body: [bytes], isComplete: true }];
  }
}

/** Null where they are the same; else a sentence about the first difference. */
export function differenceOfAnswers(
  recorded: readonly Answer[],
  now: readonly Answer[],
  masked: (text: string) => string,
): string | null {
  for (const [index, answer] of recorded.entries()) {
    const other = now[index];
    const which = `answer ${index + 1}`;
    if (other === undefined) return `${which}: was ${shownHead(answer)}, is nothing.`;
    const heads = [masked(shownHead(answer)), masked(shownHead(other))];
    if (heads[0] !== heads[1]) return `${which}: was ${heads[0]}, is ${heads[1]}.`;
    const bodies = isStream(answer)
      ? [String(answer.body.length > 0), String(other.body.length > 0)]
      : [masked(textOf(answer)), masked(textOf(other))];
    // The connection ended in the middle of it.
    if (!answer.isComplete && bodies[1]!.startsWith(bodies[0]!)) continue;
    if (bodies[0] !== bodies[1]) return `${which}: ${firstDifference(bodies[0]!, bodies[1]!)}`;
  }
  if (now.length <= recorded.length) return null;
  return `answer ${recorded.length + 1}: was nothing, is ${shownHead(now[recorded.length]!)}.`;
}

/** In Latin-1 a character is a byte. */
const textOf = ({ body }: Answer): string => Buffer.concat(body).toString("latin1");

function shownHead({ head }: Answer): string {
  if (head === null) return "bytes without a head";
  // The body's length shows where the body is compared.
  const named = Object.entries(head.headers).filter(([name]) => name !== "content-length");
  const fields = named.map(([name, value]) => `${name}: ${value}`);
  return [`${head.status} ${head.reason}`, ...fields.sort()].join(", ");
}

/** So much is shown of either side. */
const shownLength = 40;

function firstDifference(recorded: string, now: string): string {
  let at = 0;
  while (at < recorded.length && recorded[at] === now[at]) at += 1;
  const from = Math.max(0, at - 10);
  const [was, is] = [recorded, now].map((text) =>
    JSON.stringify(text.slice(from, from + shownLength)),
  );
  return `byte ${at + 1} of the body: was ${was}, is ${is}.`;
}
