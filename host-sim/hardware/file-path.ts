// Paths of a board's files, as the file systems of both stand-ins for a board keep them.

/** From the root, without a slash in front; `.` and `..` resolved. */
export function normalizePath(path: string, workingDirectory = ""): string {
  const parts: string[] = [];
  const absolute = path.startsWith("/") ? path : `${workingDirectory}/${path}`;
  for (const part of absolute.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return parts.join("/");
}
