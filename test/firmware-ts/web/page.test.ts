import { readFile } from "node:fs/promises";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { buildWebPages } from "../../../boards/web-pages";
import { packageRoot } from "../../../transpiler/package-root";
import { requireProgram } from "../../e2e/support/programs";
import { FakeCamera } from "./fake-camera";

const quiet = ["quic", "background-networking", "component-update", "sync"];
const args = ["--no-sandbox", "--disable-gpu", "--no-first-run"].concat(
  quiet.map((feature) => `--disable-${feature}`),
);

test("all of the page is small enough for a board", async () => {
  const pages = await buildWebPages(`${packageRoot}/firmware-ts/web`);
  expect([...pages.keys()].sort()).toEqual(["index.html", "live.js", "style.css"]);
  const bytes = [...pages.values()].reduce((sum, { length }) => sum + length, 0);
  expect(bytes).toBeLessThan(12_000);
  for (const page of pages.values()) expect(page.toString()).not.toMatch(/https?:\/\//);
});

describe("in Chromium", () => {
  let browser: Browser | undefined;
  let camera: FakeCamera;
  let page: Page;
  let complaints: string[];

  afterAll(() => browser?.close());
  beforeEach(async (context) => {
    const executablePath = requireProgram(context, "chromium");
    browser ??= await chromium.launch({ executablePath, args });
    camera = await FakeCamera.start();
    complaints = [];
    return async () => {
      await page.context().close();
      await camera.stop();
    };
  });

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    page = await (await browser!.newContext(options)).newPage();
    page.on("console", (message) => {
      if (message.type() === "error" || message.type() === "warning")
        complaints.push(message.text());
    });
    page.on("pageerror", (error) => complaints.push(String(error)));
    // The load event waits for the picture, whose stream never ends.
    await page.goto(camera.address, { waitUntil: "commit" });
  }

  const text = (id: string) => page.textContent(`#${id}`);
  const shot = async () => (await page.locator("#picture").screenshot()).toString("base64");
  const eventually = (check: () => Promise<void>) =>
    vi.waitFor(check, { timeout: 20_000, interval: 50 });
  const isLive = () => eventually(async () => expect(await text("state")).toBe("Live"));
  const isWaiting = () =>
    eventually(async () => expect(await text("state")).toBe("No picture, trying again"));

  async function pictureChanges(): Promise<void> {
    const before = await shot();
    await eventually(async () => expect(await shot()).not.toBe(before));
  }

  test("shows a picture that changes, and the camera's figures", async () => {
    await open();
    await isLive();
    await pictureChanges();
    await eventually(async () => expect(await text("rate")).toMatch(/^1\d\.\d fps$/));
    expect(await text("data")).toMatch(/^\d{2,3} kB\/s$/);
    expect(await text("camera")).toBe("On");
    expect(await text("viewers")).toBe("1");
    expect(await text("about")).toBe("seeed_xiao_esp32_s3_sense · OV2640 · 640 × 480");
    expect(camera.requests).toBe(1);
    expect(complaints).toEqual([]);
  });

  test("stops, which ends the stream and keeps the picture, and starts again", async () => {
    await open();
    await isLive();
    await page.click("#toggle");
    await eventually(async () => expect(camera.streams.size).toBe(0));
    expect(await text("state")).toBe("Stopped");
    expect(await page.evaluate("document.querySelector('#picture').naturalWidth")).toBe(640);
    expect(await text("toggle")).toBe("Start");
    await page.keyboard.press("Space");
    await isLive();
    expect(camera.requests).toBe(2);
    await page.locator("body").press("Space");
    await eventually(async () => expect(camera.streams.size).toBe(0));
    expect(complaints).toEqual([]);
  });

  test("saves a still under the time of day", async () => {
    await open();
    await isLive();
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("s")]);
    expect(download.suggestedFilename()).toMatch(/^taipan-\d{4}-\d\d-\d\d-\d{6}\.jpg$/);
    expect([...(await readFile(await download.path())).subarray(0, 2)]).toEqual([0xff, 0xd8]);
    expect(await text("state")).toBe("Live");
  });

  test("fills the screen and comes back", async () => {
    await open();
    await isLive();
    const element = () => page.evaluate("document.fullscreenElement?.id ?? null");
    await page.click("#fullscreen");
    await eventually(async () => expect(await element()).toBe("frame"));
    await page.dblclick("#picture");
    await eventually(async () => expect(await element()).toBeNull());
    expect(complaints).toEqual([]);
  });

  test("comes back after the server has dropped the stream", async () => {
    await open();
    await isLive();
    camera.dropStreams();
    await eventually(async () => expect(camera.streams.size).toBe(1));
    await pictureChanges();
  });

  test("notices that its stream ended although others still watch", async () => {
    await open();
    await isLive();
    camera.strangers = 1;
    camera.dropStreams();
    await eventually(async () => expect(camera.streams.size).toBe(1));
    await pictureChanges();
  });

  test("keeps trying while the server refuses the stream", async () => {
    camera.refusesStreams = true;
    await open();
    await isWaiting();
    await eventually(async () => expect(camera.requests).toBeGreaterThan(2));
    camera.refusesStreams = false;
    await isLive();
    await pictureChanges();
  });

  test("a page that is not seen costs no stream", async () => {
    await open();
    await isLive();
    const become = (hidden: boolean) =>
      page.evaluate(`Object.defineProperty(document, "hidden", { configurable: true, value: ${hidden} });
        document.dispatchEvent(new Event("visibilitychange"))`);
    await become(true);
    await eventually(async () => expect(camera.streams.size).toBe(0));
    await become(false);
    await isLive();
    await pictureChanges();
    expect(complaints).toEqual([]);
  });

  test("greys its last picture while the camera is gone, and goes on when it is back", async () => {
    await open();
    await isLive();
    await eventually(async () => expect(await text("rate")).toMatch(/fps$/));
    await camera.disappear();
    await isWaiting();
    expect(await text("camera")).toBe("No answer");
    expect(await page.getAttribute("#picture", "class")).toBe("still");
    const width = () => page.evaluate("document.querySelector('#picture').naturalWidth");
    await eventually(async () => expect(await width()).toBe(640));
    await camera.appear();
    await isLive();
    expect(await page.getAttribute("#picture", "class")).toBe("");
    await pictureChanges();
  });

  test("stays live while pictures come, though nobody answers its questions", async () => {
    await open();
    await isLive();
    camera.refusesStatus = true;
    await eventually(async () => expect(await text("camera")).toBe("No answer"));
    await page.waitForTimeout(6000);
    expect(await text("state")).toBe("Live");
    expect(camera.requests).toBe(1);
  });

  test("what the board calls itself is text, never markup", async () => {
    camera.board = "<img src=x onerror=document.title='owned'>";
    await open();
    await eventually(async () => expect(await text("about")).toContain("<img src=x"));
    expect(await page.locator("#about *").count()).toBe(0);
    expect(await page.title()).toBe("Taipan camera");
  });

  test("works without JavaScript", async () => {
    await open({ javaScriptEnabled: false });
    await pictureChanges();
    expect(await page.locator("button:visible").count()).toBe(0);
    expect(await page.getAttribute("#save", "href")).toBe("still.jpg");
  });

  test.each([320, 390, 1280])("nothing runs over at %d pixels", async (width) => {
    await open({ viewport: { width, height: 700 } });
    await isLive();
    expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width);
  });
});
