import * as os from "os";
import type { Connection } from "./connection";
import {
  BackslashInPathError,
  FileNotExistsError,
  InvalidPathError,
  ParentDirectoryReferenceError,
} from "./exceptions";
import type { Headers } from "./headers";
import { FILE_BUDGET } from "./limits";
import { MIMETypes } from "./mime-types";
import type { Request } from "./request";
import { Response } from "./response";
import { OK_200, Status } from "./status";
import { NOTHING } from "./text";

/** The bits of a mode that say what an entry is, and what they are for a file. */
const TYPE_BITS = 0xf000;
const REGULAR_FILE = 0x8000;

/** A file as the answer. It passes through one buffer, whatever its size. */
export class FileResponse extends Response {
  private readonly filePath: string;
  private readonly bufferSize: int;
  private readonly headOnly: boolean;
  private file: BinaryFile | null = null;
  private buffer: Uint8Array = NOTHING;
  private remaining: int;

  /**
   * @param filename below `rootPath`; a name that ends in a slash means `index.html` there
   * @param rootPath the server's by default
   * @param asAttachment whether a browser is to save it, as `downloadFilename` or its own name
   * @param bufferSize bytes read at a time, if the connection's own buffer is smaller
   * @param headOnly whether to leave the body out, as for a HEAD request
   * @param safe whether `..` in the name is refused
   * @throws InvalidPathError the name leads out of `rootPath`
   * @throws FileNotExistsError there is no such file
   * @throws ValueError neither `rootPath` nor the server's is known
   */
  constructor(
    request: Request,
    filename: string = "index.html",
    rootPath: string | null = null,
    {
      status = OK_200,
      headers = null,
      cookies = null,
      contentType = null,
      asAttachment = false,
      downloadFilename = null,
      bufferSize = 1024,
      headOnly = false,
      safe = true,
    }: {
      status?: Status;
      headers?: Headers | Record<string, string> | null;
      cookies?: Record<string, string> | null;
      contentType?: string | null;
      asAttachment?: boolean;
      downloadFilename?: string | null;
      bufferSize?: int;
      headOnly?: boolean;
      safe?: boolean;
    } = {},
  ) {
    const name = filename.endsWith("/") ? filename + "index.html" : filename;
    super(request, "", {
      status: status,
      headers: headers,
      cookies: cookies,
      contentType: contentType ?? MIMETypes.getForFilename(name),
    });
    checkName(name, safe);
    this.filePath = joinPath(rootPath ?? request.server.rootPath, name);
    this.remaining = fileSize(this.filePath, name);
    this.bufferSize = bufferSize;
    this.headOnly = headOnly;
    if (asAttachment) {
      const shown = downloadFilename ?? name.slice(name.lastIndexOf("/") + 1);
      this.headers.setdefault("content-disposition", `attachment; filename="${shown}"`);
    }
  }

  override begin(connection: Connection, now: int): void {
    const head = this.encodeHead(connection.server, this.remaining);
    this.transmission = connection.transmission;
    this.transmission.begin(head, NOTHING, NOTHING, now);
    if (connection.headOnly || this.headOnly) {
      this.remaining = 0;
      return;
    }
    const shared = connection.buffer;
    this.buffer = shared.length < this.bufferSize ? new Uint8Array(this.bufferSize) : shared;
    this.file = open(this.filePath, "rb");
    // The head leaves together with the first block, if it leaves room for one.
    if (head.length < this.buffer.length) {
      this.buffer.set(head, 0);
      this.load(head.length, now);
    }
  }

  override advance(now: int): int {
    const transmission = this.transmission!;
    let sent = transmission.advance(now);
    while (transmission.done && this.remaining > 0 && sent < FILE_BUDGET) {
      this.load(0, now);
      sent += transmission.advance(now);
    }
    return sent;
  }

  override get finished(): boolean {
    return this.remaining === 0 && this.transmission!.done;
  }

  override end(reason: string): void {
    if (this.file !== null) this.file.close();
    this.file = null;
    super.end(reason);
  }

  /** Puts the next block behind the first `length` bytes of the buffer, and all that on its way. */
  private load(length: int, now: int): void {
    const end = Math.min(this.buffer.length, length + this.remaining);
    const count = this.file!.readinto(this.buffer.subarray(length, end));
    if (count === 0 && this.remaining > 0) throw new RuntimeError("File has become shorter");
    this.remaining -= count;
    this.transmission!.begin(NOTHING, this.buffer.subarray(0, length + count), NOTHING, now);
  }
}

function checkName(name: string, safe: boolean): void {
  if (name.includes("\0")) throw new InvalidPathError("NUL in path");
  if (!safe) return;
  if (name.includes("\\")) throw new BackslashInPathError(name);
  if (name.split("/").includes("..")) throw new ParentDirectoryReferenceError(name);
}

function joinPath(rootPath: string | null, name: string): string {
  if (rootPath === null) {
    throw new ValueError("root_path must be provided in Server or in FileResponse");
  }
  const root = rootPath.endsWith("/") ? rootPath.slice(0, -1) : rootPath;
  return name.startsWith("/") ? root + name : `${root}/${name}`;
}

function fileSize(path: string, name: string): int {
  try {
    const status = os.stat(path);
    if ((status[0] & TYPE_BITS) === REGULAR_FILE) return status[6];
  } catch (error) {
    if (!(error instanceof OSError)) throw error;
  }
  throw new FileNotExistsError(name);
}
