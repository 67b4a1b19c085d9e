// Text taken apart: a tokenizer by character, headers of a request, a query.
function isDigit(character: string): boolean {
  return character >= "0" && character <= "9";
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  let position = 0;
  while (position < text.length) {
    const character = text[position];
    if (character === " ") {
      position++;
      continue;
    }
    if (isDigit(character)) {
      const start = position;
      while (position < text.length && isDigit(text[position])) position++;
      tokens.push(text.slice(start, position));
      continue;
    }
    tokens.push(character);
    position++;
  }
  return tokens;
}

function parseHeaders(text: string): Map<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":");
    if (colon < 0) continue;
    headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}

function countVowels(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    if ("aeiou".includes(text.charAt(i))) count++;
  }
  return count;
}

function checksum(text: string): number {
  let sum = 0;
  for (let i = 0; i < text.length; i++) {
    sum = (sum * 31 + text.charCodeAt(i)) % 65521;
  }
  return sum;
}

export function run(): string {
  const tokens = tokenize("12 + (345 * 6) - 78 / (9 + 10) ".repeat(8));
  const headers = parseHeaders("Host: taipan.local\r\nAccept: */*\r\nContent-Length: 42\r\n\r\n");
  const text = "GET /stream?width=640&height=480 HTTP/1.1 ".repeat(8);
  return `${tokens.length} ${headers.get("content-length")} ${countVowels(text)} ${checksum(text)}`;
}
