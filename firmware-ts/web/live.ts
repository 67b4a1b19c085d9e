// Makes the plain page comfortable: buttons, keys, figures, and a stream that comes back.
import { figuresFrom, type Figures, type Status } from "./figures";
import { LivePicture, type PictureState } from "./live-picture";

const pollMs = 2000;
const states: Record<PictureState, string> = {
  live: "Live",
  connecting: "Connecting",
  waiting: "No picture, trying again",
  stopped: "Stopped",
};

function element<T extends HTMLElement>(id: string): T {
  return document.getElementById(id) as T;
}

const image = element<HTMLImageElement>("picture");
const toggle = element<HTMLButtonElement>("toggle");
const save = element<HTMLAnchorElement>("save");
const fullscreen = element<HTMLButtonElement>("fullscreen");

function showState(state: PictureState): void {
  const line = element("state");
  line.textContent = states[state];
  line.className = state;
  line.hidden = false;
  // An old picture stays grey while a stream is opened, until a new one takes its place.
  if (state !== "connecting") image.classList.toggle("still", state !== "live");
  toggle.textContent = state === "stopped" ? "Start" : "Stop";
}

const picture = new LivePicture(image, showState);

function showFigures(figures: Figures): void {
  for (const [id, text] of Object.entries(figures)) element(id).textContent = text;
  element("figures").hidden = false;
}

let earlier: Status | null = null;
/** Questions in a row without an answer. */
let failures = 0;

/** A stream can die in silence: the board started anew, or watches say that nothing comes. */
async function checkStream(before: Status | null, now: Status): Promise<void> {
  const isBack = failures > 0 && picture.state === "waiting";
  failures = 0;
  const isRestarted = before !== null && now.uptime < before.uptime;
  const isGone = picture.state === "live" && (isRestarted || now.viewers.length === 0);
  if (isBack || isGone) picture.reconnect();
  else if (before !== null && now.camera.frame > before.camera.frame) await picture.watch();
}

async function poll(): Promise<void> {
  try {
    const options = { cache: "no-store", signal: AbortSignal.timeout(5000) } as const;
    const now = (await (await fetch("status", options)).json()) as Status;
    const before = earlier;
    earlier = now;
    showFigures(figuresFrom(before, now));
    await checkStream(before, now);
  } catch (error) {
    showFigures({ camera: "No answer", rate: "–", data: "–", viewers: "–", about: "" });
    failures += 1;
    // A TypeError is a connection refused or broken off; a busy camera is merely late, once.
    if (error instanceof TypeError || failures > 1) await picture.doubt();
  }
}

/** Asks as long as the page is seen, one question at a time. */
async function keepPolling(): Promise<void> {
  if (!document.hidden) await poll();
  setTimeout(() => void keepPolling(), pollMs);
}

/** `taipan-2026-11-21-140327.jpg`, by the clock of whoever saves it. */
function stillName(time: Date): string {
  const local = new Date(time.getTime() - time.getTimezoneOffset() * 60_000).toISOString();
  return `taipan-${local.slice(0, 19).replace("T", "-").replaceAll(":", "")}.jpg`;
}

function switchFullscreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen();
  else void element("frame").requestFullscreen();
}

toggle.addEventListener("click", () => picture.toggle());
save.addEventListener("click", () => (save.download = stillName(new Date())));
toggle.hidden = false;
if (document.fullscreenEnabled) {
  fullscreen.hidden = false;
  fullscreen.addEventListener("click", switchFullscreen);
  image.addEventListener("dblclick", switchFullscreen);
}

const keys: Record<string, HTMLElement> = { " ": toggle, s: save, f: fullscreen };
document.addEventListener("keydown", (event) => {
  const target = event.target as Element;
  const isForElement = event.key === " " && target.matches("button, a");
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isForElement) return;
  const button = keys[event.key.toLowerCase()];
  if (button === undefined) return;
  event.preventDefault();
  if (!button.hidden) button.click();
});

void keepPolling();
