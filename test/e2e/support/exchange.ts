// One request over a raw socket, and all that comes back.
import { once } from "node:events";
import { connect } from "node:net";

/** Sends `pieces` one by one; everything received until the close, one character for each byte. */
export async function exchange(port: number, pieces: readonly string[]): Promise<string> {
  const socket = connect({ port, host: "127.0.0.1", noDelay: true });
  let received = "";
  socket.on("data", (data) => (received += data.toString("latin1")));
  // A refused upload may be cut off while it is still being sent.
  socket.on("error", () => {});
  for (const piece of pieces) {
    await new Promise((written) => socket.write(Buffer.from(piece, "latin1"), written));
  }
  await once(socket, "close");
  return received;
}
