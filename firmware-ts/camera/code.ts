/** Entry of the camera application: two tasks, one that serves and one that takes pictures. */
import * as asyncio from "asyncio";
import { SocketPool } from "socketpool";
import * as wifi from "wifi";
import { CameraApplication, listenPort, waitForNetwork } from "taipan_camera";

async function main(): Promise<void> {
  await waitForNetwork(wifi.radio);
  application.start("0.0.0.0", listenPort());
  await asyncio.gather(application.serve(), application.capture());
}

const application = new CameraApplication(new SocketPool(wifi.radio));
try {
  asyncio.run(main());
} finally {
  // Ctrl+C ends the event loop without a word to its tasks.
  application.stop();
}
