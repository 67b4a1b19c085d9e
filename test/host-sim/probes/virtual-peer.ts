// What simulated/peer.py asks for: the peer of the program's connections, on the virtual network.
import type { VirtualBoard, VirtualClient } from "../../../host-sim/index";

const isCommand = (line: string): boolean => line.startsWith("> ");

/** Plays the peer until the program has ended, and answers with what the program printed. */
export async function playPeer(board: VirtualBoard): Promise<string[]> {
  let client: VirtualClient | null = null;
  for (let done = 0; ; done += 1) {
    const commands = () => board.lines.filter(isCommand);
    const hasMore = () => commands().length > done;
    await board.until(() => hasMore() || board.end !== null, "the probe's next step");
    if (!hasMore()) return board.lines.filter((line) => !isCommand(line));
    const [name = "", ...words] = commands()[done]!.slice(2).split(" ");
    if (name === "connect") {
      client = board.connect();
      client.stall();
    } else if (client !== null) obey(client, board, name, words.join(" "));
  }
}

function obey(client: VirtualClient, board: VirtualBoard, name: string, text: string): void {
  switch (name) {
    case "send":
      return client.send(text);
    case "drain":
      return client.resume();
    case "finish":
      return client.finish();
    case "close":
      return client.close();
    case "reset":
      return client.reset();
    case "ending":
      client.resume();
      return board.type(`${client.endedBy ?? "none"}\n`);
    default:
      throw new Error(`simulated/peer.py asks for ${name}, which virtual-peer.ts does not know.`);
  }
}
