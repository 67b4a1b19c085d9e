// `taipan boards`: the boards with their memory and cameras.
import { defaultBoardId, listBoards, type BoardDefinition } from "../definition";

function describeBoard({ id, name, mcu, flashBytes, psramBytes, camera }: BoardDefinition): string {
  const megabytes = (bytes: number) => `${bytes / 1024 / 1024} MB`;
  const memory = `${megabytes(flashBytes)} flash, ${megabytes(psramBytes)} PSRAM`;
  const mark = id === defaultBoardId ? " (default)" : "";
  return `${id}${mark}\n  ${name}: ${mcu}, ${memory}; camera ${camera.sensors.join(", ")}`;
}

export function printBoards(): number {
  console.log(listBoards().map(describeBoard).join("\n"));
  return 0;
}
