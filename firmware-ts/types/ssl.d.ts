/** shared-bindings/ssl, as far as a server needs it. The simulator refuses `wrapSocket` by name. */
declare module "ssl" {
  import { Socket } from "socketpool";
  export class SSLContext {
    /** @throws OSError ENOENT */
    loadCertChain(certfile: string, keyfile: string): void;
    /** @kwargs */
    wrapSocket(socket: Socket, options?: { serverSide?: boolean; serverHostname?: string }): Socket;
  }
  export function createDefaultContext(): SSLContext;
}
