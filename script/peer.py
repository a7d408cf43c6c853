"""Our peer, `@event-calendar/core`, in the same WebKit: its page, and how to drive a drag in it.

The page is `ui/peer`, built by `cd ui && npx vite build --config peer/vite.config.ts`. The scripts are
for WebDriver: READY for `execute/sync`, DRAG and DROP for `execute/async`. All times are milliseconds.
A window other than ours has to be opened with `painting()` in its environment.
"""

import functools
import http.server
import os
import pathlib
import threading

BUILT = pathlib.Path(__file__).resolve().parent.parent / "target" / "bench" / "peer"


class Files(http.server.SimpleHTTPRequestHandler):
    """The built files, and nothing on the terminal."""

    def log_message(self, *_):
        pass


def page() -> str:
    """Serves the built page on loopback until this process ends, and returns its address."""
    if not (BUILT / "index.html").is_file():
        raise FileNotFoundError(f"{BUILT}: build ui/peer first")
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Files, directory=BUILT)
    )
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return f"http://127.0.0.1:{server.server_port}/index.html"


def painting() -> dict[str, str]:
    """The environment in which any WebKit window paints as src-tauri/src/webkit_rendering.rs makes ours paint."""
    asked = os.environ.get("DEROULE_PAINTING")
    plain = asked == "plain" or (asked != "opengl" and not pathlib.Path("/dev/dri").exists())
    return {"WEBKIT_DISABLE_COMPOSITING_MODE": "1"} if plain else {}


# Whether all 200 events are drawn: a boolean.
READY = "return document.documentElement.dataset.ready === 'true'"

# `frameWork(move)`: the milliseconds of the page's own work for what `move` dispatches. That is its
# handlers, the microtasks they leave (there the library renders), the scripts of the next animation
# frame, and the style and layout after those. Waiting for the frame and painting are left out. `open`
# is the first callback of a frame; it asks for the next frame before any other can, and so stays first.
# One channel serves all tasks: WebKit keeps every channel there ever was, and gets slower by it.
#
# The page's clock steps by whole milliseconds. What is timed therefore begins at a step (`begun`), and
# when it ends is told by turning idle until the next step, and on to the one after: the turns of the
# second step say how long those of the first took (`ended`).
FRAME_WORK = """
const step = () => {
  const from = performance.now();
  for (let turns = 1; ; turns += 1) {
    const to = performance.now();
    if (to !== from) return { to, turns };
  }
};
const begun = () => step().to;
const ended = () => {
  const { to, turns } = step();
  return to - turns / step().turns;
};
let opened = 0, watching = true;
const open = () => { if (watching) requestAnimationFrame(open); opened = begun(); };
requestAnimationFrame(open);
const channel = new MessageChannel();
const task = () => new Promise((resolve) => {
  channel.port1.onmessage = resolve;
  channel.port2.postMessage(0);
});
const frameWork = async (move) => {
  const began = begun();
  move();
  for (let turns = 0; turns < 10; turns += 1) await null;
  const handled = ended() - began;
  return new Promise((resolve) => requestAnimationFrame(() => {
    document.body.getBoundingClientRect();
    resolve(handled + ended() - opened);
  }));
};
"""

# The library listens to pointerdown on the event and to the rest on the window, to the first pointer
# alone; a mouse that has not moved 5 px drags nothing.
HAND = """
const frame = () => new Promise(requestAnimationFrame);
const send = (type, x, y, target) => target.dispatchEvent(new PointerEvent(type, {
  pointerId: 1, pointerType: 'mouse', isPrimary: true, button: 0, buttons: type === 'pointerup' ? 0 : 1,
  clientX: x, clientY: y, bubbles: true, cancelable: true}));
const find = (title) => [...document.querySelectorAll('.ec-event:not(.ec-ghost, .ec-preview)')].find(
  (one) => one.querySelector('.ec-event-title').textContent === title);
"""

# Drags the second event for arguments[0] steps of one frame each, over
# arguments[1] pixels; returns each step's
# milliseconds of work. The library knows no Escape, and a cancelled pointer leaves its preview behind:
# the event goes back to where it was.
DRAG = FRAME_WORK + HAND + """
const done = arguments[arguments.length - 1], [steps, reach] = arguments;
const card = find('Slot 1'), box = card.getBoundingClientRect();
const x = box.x + 60, from = box.y + 5;
(async () => {
  const work = [];
  send('pointerdown', x, from, card);
  await frame();
  for (let step = 1; step <= steps; step += 1) {
    work.push(await frameWork(() => send('pointermove', x, from + 6 + (step * 7) % reach, window)));
    await task();
  }
  send('pointermove', x, from, window);
  await frame();
  send('pointerup', x, from, window);
  await frame();
  watching = false;
  done(work);
})();
"""

# Drags the second event by arguments[0] minutes, a multiple of 5 (30 and -30 in turn keep it in view), and
# releases it; returns the milliseconds from the release to the second animation frame that finds the
# event in its new place, and nothing of the drag left.
DROP = HAND + """
const done = arguments[arguments.length - 1], minutes = arguments[0];
const top = (title) => find(title)?.getBoundingClientRect().y;
const y = top('Slot 1'), by = (top('Slot 51') - top('Slot 50')) * minutes / 5;
const box = find('Slot 1').getBoundingClientRect();
const x = box.x + 10, from = box.y + 5;
const there = () => !document.querySelector('.ec-ghost, .ec-preview') && Math.abs(top('Slot 1') - y - by) < 1;
(async () => {
  send('pointerdown', x, from, find('Slot 1'));
  for (const part of [0.5, 1]) {
    await frame();
    send('pointermove', x, from + by * part, window);
  }
  await frame();
  await frame();
  const began = performance.now();
  send('pointerup', x, from + by, window);
  do await frame(); while (!there());
  await frame();
  done(performance.now() - began);
})();
"""
