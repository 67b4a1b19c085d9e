// Text put together piece by piece: a table, a hex dump, an escaped attribute.
interface Reading {
  name: string;
  value: number;
}

function escapeHtml(text: string): string {
  let escaped = "";
  for (const character of text) {
    if (character === "<") escaped += "&lt;";
    else if (character === ">") escaped += "&gt;";
    else if (character === "&") escaped += "&amp;";
    else escaped += character;
  }
  return escaped;
}

function table(readings: Reading[]): string {
  const rows: string[] = [];
  for (const { name, value } of readings) {
    rows.push(`<tr><td>${escapeHtml(name)}</td><td>${value}</td></tr>`);
  }
  return `<table>${rows.join("")}</table>`;
}

function hexDump(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (const byte of bytes) {
    parts.push(byte.toString(16).padStart(2, "0"));
  }
  return parts.join(" ");
}

export function run(): string {
  const readings: Reading[] = [];
  for (let index = 0; index < 60; index++) {
    readings.push({ name: `sensor <${index}> & co`, value: index * 3 });
  }
  const bytes = new Uint8Array(256);
  for (let index = 0; index < bytes.length; index++) {
    bytes[index] = index;
  }
  return table(readings) + "\n" + hexDump(bytes);
}
