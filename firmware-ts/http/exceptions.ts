import type { Status } from "./status";

/** The server was polled while it was not started. */
export class ServerStoppedError extends Error {}

/** A path that must not be served. Answered with 403. */
export class InvalidPathError extends Error {}

/** A path with `..` in it. */
export class ParentDirectoryReferenceError extends InvalidPathError {
  constructor(path: string) {
    super(`Parent directory reference in path: ${path}`);
  }
}

/** A path with a backslash in it. */
export class BackslashInPathError extends InvalidPathError {
  constructor(path: string) {
    super(`Backslash in path: ${path}`);
  }
}

/** No route fits and the server has no `rootPath`. Answered with 404. */
export class ServingFilesDisabledError extends Error {}

/** There is no such file. Answered with 404. */
export class FileNotExistsError extends Error {
  constructor(path: string) {
    super(`File does not exist: ${path}`);
  }
}

/** A request that the library itself refuses: `status` and the message are the answer. */
export class RequestError extends Error {
  constructor(
    readonly status: Status,
    message: string,
  ) {
    super(message);
  }
}
