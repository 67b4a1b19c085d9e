// What a program may call on one engine it may call on the other: every module and every object of
// one that both engines have has the same names on both, but for those listed here with the reason.
import { expect, test } from "vitest";
import { ProgramFiles } from "../../../host-sim/engines/node/files";
import { moduleTable } from "../../../host-sim/engines/node/modules";
import { Realm } from "../../../host-sim/engines/node/realm";
import { pythonName } from "../../../transpiler/naming/names";
import { fakeWorld } from "../support/fake-world";
import { linesOf, startPython } from "../support/virtual-program";

const places = [
  ...["analogio", "binascii", "digitalio", "errno", "espcamera", "hashlib", "ipaddress", "mdns"],
  ...["microcontroller", "microcontroller.cpu", "microcontroller.watchdog", "neopixel_write"],
  ...["os", "pwmio", "rtc", "socketpool", "storage", "supervisor", "supervisor.runtime"],
  ...["supervisor.status_bar", "time", "traceback", "watchdog", "wifi", "wifi.radio"],
];

const aType = "its objects come from calls: there is nothing that a program does with the type";
const fromRoot = "paths begin at the root on the node engine";
/** Names that only the python engine has, and why. */
const pythonOnly: Readonly<Record<string, string>> = {
  "analogio.AnalogOut": "no board here has one",
  "errno.errorcode": "what an OSError says is its message",
  "mdns.RemoteService": aType,
  "microcontroller.Processor": aType,
  "microcontroller.pin": "pins have their names in board; a member for each GPIO is Python's",
  "os.chdir": fromRoot,
  "os.getcwd": fromRoot,
  "supervisor.Runtime": aType,
  "supervisor.StatusBar": aType,
  "watchdog.WatchDogTimer": aType,
  "wifi.Network": aType,
  "wifi.Radio": aType,
};

/** Names of TypeScript that are not Python's by the rule (`@py` in firmware-ts/types). */
const otherNames: Readonly<Record<string, string>> = {
  fromBase64: "a2b_base64",
  newHash: "new",
  StructTime: "struct_time",
  toBase64: "b2a_base64",
};

async function pythonNames(): Promise<Map<string, string[]>> {
  const board = await startPython(`
for place in ${JSON.stringify(places)}:
    module, _, member = place.partition(".")
    owner = __import__(module)
    owner = getattr(owner, member) if member else owner
    # Without dir(), which forgets names that this VM has learned late.
    known = set(owner.__dict__) | (set(type(owner).__dict__) if member else set())
    names = [name for name in known if name[:1] != "_"]
    print(place, *sorted(name for name in names if str(type(getattr(owner, name))) != "<class 'module'>"))
`);
  const lines = (await linesOf(board)).map((line) => line.split(" "));
  return new Map(lines.map(([place = "", ...names]) => [place, names]));
}

function membersOf(owner: object): string[] {
  const prototype = Object.getPrototypeOf(owner) as object | null;
  const inherited =
    prototype === null || Object.hasOwn(prototype, "hasOwnProperty")
      ? []
      : Object.getOwnPropertyNames(prototype).filter((name) => name !== "constructor");
  return [...Object.keys(owner), ...inherited];
}

function nodeNames(): Map<string, string[]> {
  const { chip } = fakeWorld();
  const realm = new Realm(() => {}, 1);
  const require = moduleTable(realm, chip, new ProgramFiles(realm, chip.storage.files));
  return new Map(
    places.map((place) => {
      const [module = "", member] = place.split(".");
      const found = require(module) as Record<string, object>;
      const camel = member?.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
      const owner = camel === undefined ? found : found[camel];
      const names = membersOf(owner ?? {}).map((name) => otherNames[name] ?? pythonName(name));
      return [place, names.sort()];
    }),
  );
}

test("both engines have the same names", async () => {
  const python = await pythonNames();
  const node = nodeNames();
  const only = (these: Map<string, string[]>, those: Map<string, string[]>) =>
    places.flatMap((place) =>
      (these.get(place) ?? [])
        .filter((name) => !those.get(place)?.includes(name))
        .map((name) => `${place}.${name}`),
    );
  expect(only(python, node)).toEqual(Object.keys(pythonOnly));
  expect(only(node, python)).toEqual([]);
});
