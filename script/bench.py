"""Times the built app in the real window: start, drag, memory; and the command line's exports.

A programme of 500 sessions of 30 slots, and a day of 200 slots. Figures are milliseconds unless said
otherwise; p50 and p95 are of the runs of this very call.
"""

import json
import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request

sys.dont_write_bytecode = True
import peer  # noqa: E402
from shapes import SHAPES  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent
RELEASE = ROOT / "target" / "release"
CLI = str(RELEASE / "deroule-cli")


class Window:
    """A program under WebKitWebDriver, in data folders of its own."""

    def __init__(self, program, *arguments, **environment):
        self.home = tempfile.mkdtemp(dir=ROOT / "target" / "bench")
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        env = dict(os.environ, TAURI_WEBVIEW_AUTOMATION="true", LANG="en_GB.UTF-8")
        env.update(XDG_DATA_HOME=self.home, XDG_CACHE_HOME=self.home, XDG_STATE_HOME=self.home, **environment)
        self.driver = subprocess.Popen(
            ["WebKitWebDriver", "--host=127.0.0.1", f"--port={self.port}"],
            env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        self.wait(lambda: self.ask("GET", "/status"))
        options = {"binary": str(program), "args": list(arguments)}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self.session = "/session/" + self.ask("POST", "/session", wanted)["sessionId"]

    def ask(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            f"http://127.0.0.1:{self.port}{path}", data, {"Content-Type": "application/json"}, method=method
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def wait(self, condition):
        limit = time.monotonic() + 30
        while True:
            try:
                if found := condition():
                    return found
            except OSError:
                pass
            if time.monotonic() > limit:
                raise TimeoutError("the window did not get there in 30 s")
            time.sleep(0.01)

    def ready(self, script):
        """When the page tells that it is there, in milliseconds since the epoch. Asked rarely: the window
        has to interrupt itself to answer."""
        time.sleep(0.4)
        return self.wait(lambda: self.run(script))

    def run(self, script, *arguments):
        return self.ask("POST", f"{self.session}/execute/sync", {"script": script, "args": list(arguments)})

    def later(self, script, *arguments):
        return self.ask("POST", f"{self.session}/execute/async", {"script": script, "args": list(arguments)})

    def processes(self):
        """The program and all that descend from it."""
        children = {}
        for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
            try:
                pid, rest = stat.read_text().split(" ", 1)
            except OSError:
                continue
            children.setdefault(int(rest.rsplit(")", 1)[1].split()[1]), []).append(int(pid))
        found, queue = [], list(children.get(self.driver.pid, []))
        while queue:
            pid = queue.pop()
            found.append(pid)
            queue += children.get(pid, [])
        return found

    def started(self):
        """When the program's process began, in milliseconds since the epoch."""
        ticks = os.sysconf("SC_CLK_TCK")
        boot = time.time() - float(pathlib.Path("/proc/uptime").read_text().split()[0])
        stat = pathlib.Path(f"/proc/{min(self.processes())}/stat").read_text().rsplit(")", 1)[1].split()
        return (boot + int(stat[19]) / ticks) * 1000

    def memory(self):
        """Proportional memory of all its processes, in MB."""
        total = 0
        for pid in self.processes():
            for line in pathlib.Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
                if line.startswith("Pss:"):
                    total += int(line.split()[1])
        return total / 1024

    def close(self):
        self.ask("DELETE", self.session)
        self.driver.terminate()
        self.driver.wait()
        shutil.rmtree(self.home, ignore_errors=True)


def p95(values):
    return statistics.quantiles(values, n=20)[-1] if len(values) > 1 else values[0]


def spread(name, values, limit=None):
    aim = "" if limit is None else f"   aim {limit}"
    print(f"{name:<48} p50 {statistics.median(values):8.1f}   p95 {p95(values):8.1f}{aim}")


def page(sessions, slots):
    """A Markdown page of as many sessions, each of as many slots of five to sixty minutes."""
    rows, days = [], []
    for number in range(sessions):
        month, day = divmod(number, 28)
        date = f"{2020 + month // 12}-{month % 12 + 1:02}-{day + 1:02}"
        rows.append(f"| Session {number} | {date} | 9h-18h | Laptop |")
        days.append(f"\n### Session {date}\n")
        clock = 9 * 60
        for slot in range(slots):
            minutes = 5 if slots > 100 else 15
            days.append(f"- {clock // 60}h{clock % 60:02} - {(clock + minutes) // 60}h{(clock + minutes) % 60:02} : Slot {slot}")
            clock += minutes
    head = "# Bench\n\n| Session | Dates | Horaires | Lieu |\n| --- | --- | --- | --- |\n"
    return head + "\n".join(rows) + "\n" + "\n".join(days) + "\n"


def timed(*command):
    began = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return (time.perf_counter() - began) * 1000


BLANK_READY = "const n=performance.getEntriesByType('navigation')[0]; return n && n.loadEventEnd ? performance.timeOrigin+n.loadEventEnd : 0"
APP_READY = "const m=performance.getEntriesByName('interactive')[0]; return m ? performance.timeOrigin+m.startTime : 0"

# What our page needs to be driven like the peer's: `send` dispatches a pointer event, `card` is the
# slot at a place, `settled` waits until what was dropped is committed and nothing of the drag is left.
HAND = """
const frame = () => new Promise(requestAnimationFrame);
const axis = document.querySelector('[data-testid=axis]');
axis.setPointerCapture = () => undefined;
const send = (type, x, y, target) => target.dispatchEvent(new PointerEvent(type, {
  pointerId: 1, button: 0, buttons: 1, clientX: x, clientY: y, bubbles: true, cancelable: true}));
const leaves = () => [...document.querySelectorAll('[data-testid=slot][role=button]')];
const saved = () => document.querySelector('[data-testid=saving]').dataset.saving === 'saved';
const settled = async () => {
  do await frame(); while (!saved() || document.querySelector('[data-testid=slot].moving'));
};
"""

# A slot moved one place down by its key: from the key to the second frame after it stands there,
# committed.
MOVE = HAND + """
const done = arguments[arguments.length - 1];
const card = leaves()[3], id = card.dataset.slot;
card.focus();
(async () => {
  for (let turn = 0; turn < 4; turn += 1) await frame();
  const start = card.dataset.start;
  const began = performance.now();
  card.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowDown', altKey: true, bubbles: true}));
  const moved = () => document.querySelector(`[data-slot="${id}"]`)?.dataset.start !== start;
  do await frame(); while (!moved());
  await settled();
  const took = performance.now() - began;
  card.dispatchEvent(new KeyboardEvent('keydown', {key: 'z', ctrlKey: true, bubbles: true}));
  do await frame(); while (moved());
  await settled();
  done(took);
})();
"""

# A slot dropped by the pointer: from the release to the second frame after it is committed.
DROP = HAND + """
const done = arguments[arguments.length - 1];
const card = leaves()[3], box = card.getBoundingClientRect();
const onto = leaves()[5].getBoundingClientRect();
(async () => {
  const x = box.x + 20;
  send('pointerdown', x, box.y + 3, card);
  for (const part of [0.4, 0.7, 1]) {
    await frame();
    send('pointermove', x, box.y + 3 + (onto.bottom - 2 - box.y) * part, window);
  }
  do await frame(); while (!document.querySelector('[data-testid=slot].moving'));
  for (let turn = 0; turn < 6; turn += 1) await frame();
  const began = performance.now();
  send('pointerup', x, onto.bottom + 1, window);
  await settled();
  await frame();
  done(performance.now() - began);
})();
"""

# A letter more in a title being written: from the input to the second frame.
LETTER = """
const done = arguments[arguments.length - 1];
const field = document.querySelector('[data-testid=slot] input');
const began = performance.now();
field.value += 'a';
field.dispatchEvent(new InputEvent('input', {bubbles: true}));
requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - began)));
"""

# The page's own work at each step of a drag, as `peer.FRAME_WORK` measures the peer's; and what it does
# between frames with the answers that tell what a drop would give, from their text read to the last
# microtask they leave, and the style and layout after those. The peer asks nobody. Takes how many steps,
# and over how many pixels.
DRAG = peer.FRAME_WORK + HAND + """
const done = arguments[arguments.length - 1], [steps, reach] = arguments;
const card = leaves()[1], box = card.getBoundingClientRect();
const x = box.x + 20, from = box.y + 3;
const { fetch } = window;
let answered = 0;
const rendered = async () => {
  const began = begun();
  for (let turns = 0; turns < 60; turns += 1) await null;
  document.body.getBoundingClientRect();
  answered += ended() - began;
};
window.fetch = async (...asked) => {
  const answer = await fetch(...asked);
  for (const form of ['json', 'text', 'arrayBuffer']) {
    const read = answer[form].bind(answer);
    answer[form] = async () => {
      const content = await read();
      void rendered();
      return content;
    };
  }
  return answer;
};
(async () => {
  const work = [];
  send('pointerdown', x, from, card);
  await frame();
  for (let step = 1; step <= steps; step += 1) {
    const own = await frameWork(() => send('pointermove', x, from + 6 + (step * 7) % reach, window));
    work.push(own + answered);
    answered = 0;
    await task();
  }
  window.dispatchEvent(new KeyboardEvent('keydown', {key: 'Escape', bubbles: true}));
  watching = false;
  window.fetch = fetch;
  await frame();
  done(work);
})();
"""

# Shows a day from its top.
TO_TOP = "const axis = document.querySelector('[data-testid=axis]'); if (axis) axis.scrollTop = 0"

# Two hundred slots of five minutes in four tracks, put into the first day.
FOUR_TRACKS = """
const done = arguments[arguments.length - 1];
const ask = window.__TAURI_INTERNALS__.invoke;
const slot = (title, tracks) => ({title, kind: 'activity', minutes: tracks.length ? null : 5, tracks});
const track = (number) => ({title: null, room: null, audience: null, idea: null,
  slots: Array.from({length: 50}, (_, at) => slot(`Slot ${number * 50 + at}`, []))});
(async () => {
  const all = await ask('snapshot', {watch: {programme: null, session: null}});
  const row = all.open.sessions[0];
  const watch = {programme: all.open.programme.id, session: row.session.id};
  const parent = {type: 'day', id: row.days[0].id};
  const sketch = slot('Block', [0, 1, 2, 3].map(track));
  await ask('apply', {edit: {type: 'insertSlots', parent, before: null,
    slots: [{id: crypto.randomUUID(), sketch}]}, watch, dryRun: false});
  done(true);
})();
"""


def starts(count, store):
    blank, own = [], []
    for _ in range(count):
        window = Window(RELEASE / "examples" / "blank")
        blank.append(window.ready(BLANK_READY) - window.started())
        blank_memory = window.memory()
        window.close()
        window = Window(RELEASE / "deroule", "--store", store)
        own.append(window.ready(APP_READY) - window.started())
        own_memory = window.memory()
        window.close()
    spread("start: a blank window", blank)
    spread("start: 500 sessions × 30 slots", own)
    print(f"{'start, against the blank window':<44} {statistics.median(own) / statistics.median(blank):.2f} ×   aim 1.3 ×")
    print(f"{'memory (PSS), MB':<44} {own_memory:.0f} against {blank_memory:.0f} blank")


def session_of(store):
    """Our window on the first session of a store."""
    window = Window(RELEASE / "deroule", "--store", store)
    window.wait(lambda: window.run(APP_READY))
    window.run("document.querySelectorAll('[data-testid=session-link]')[0].click()")
    window.wait(lambda: window.run("return document.querySelectorAll('[data-testid=slot]').length") > 10)
    return window


def gestures(window, label):
    """Prints what gestures cost in a session."""
    window.later(MOVE)
    spread(f"{label}: move by key to committed and painted", [window.later(MOVE) for _ in range(40)], 50)
    window.later(DROP)
    spread(f"{label}: drop to committed and painted", [window.later(DROP) for _ in range(40)], 50)
    for reach, where in ((500, ", and scrolling"), (300, "")):
        window.run(TO_TOP)
        work = window.later(DRAG, 120, reach)
        spread(f"{label}: frame work, dragging{where}", work, 8)
        print(f"{'':<48} max {max(work):8.1f}")
    window.run("document.querySelectorAll('[data-testid=slot][role=button]')[2].focus()")
    window.run("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'F2', bubbles: true}))")
    window.wait(lambda: window.run("return document.querySelector('[data-testid=slot] input') !== null"))
    spread(f"{label}: a letter in a title to painted", [window.later(LETTER) for _ in range(40)])
    window.close()


def drags(window, script):
    """The frame work of the first three drags in a window, within what is in view: only ours scrolls by
    itself."""
    work = []
    for _ in range(3):
        window.run(TO_TOP)
        work += window.later(script, 120, 300)
    return work


def against_peer(store):
    """The same day and the same drags in ours and in the peer, each in a window that was just opened."""
    window = session_of(store)
    own = drags(window, DRAG)
    window.close()
    spread("ours: frame work, three drags", own)
    print(f"{'':<48} max {max(own):8.1f}")
    window = Window(RELEASE / "examples" / "blank", **peer.painting())
    window.wait(lambda: window.run(BLANK_READY))
    window.ask("POST", f"{window.session}/url", {"url": peer.page()})
    window.wait(lambda: window.run(peer.READY))
    work = drags(window, peer.DRAG)
    spread("peer: frame work, three drags", work)
    print(f"{'':<48} max {max(work):8.1f}")
    turns = [30 if turn % 2 == 0 else -30 for turn in range(40)]
    spread("peer: drop to painted (nothing is stored)", [window.later(peer.DROP, by) for by in turns])
    window.close()
    print(f"{'frame work p95, against the peer':<44} {p95(own) / p95(work):.2f} ×   aim 0.5 ×")


LARGEST = 5 * 1024 * 1024


def shapes(folder):
    """What the largest page of each shape takes to read, and how much more than one of half its size: twice
    as much where time is in proportion."""
    for name, shape in SHAPES.items():
        took, refused = [], False
        for size in (LARGEST, LARGEST // 2):
            path = pathlib.Path(folder, "shape.md")
            path.write_bytes(shape(size).encode()[:size])
            call = (CLI, "--store", f"{folder}/none.deroule", "import", path, "--dry-run", "--json")
            times = []
            for _ in range(3):
                began = time.perf_counter()
                done = subprocess.run(call, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
                times.append((time.perf_counter() - began) * 1000)
            took.append(min(times))
            refused |= size == LARGEST and done.returncode != 0
        label = f"5 MB of {name}" + (" (refused)" if refused else "")
        print(f"{label:<44} {took[0]:8.0f}   {took[0] / took[1]:.1f} × 2.5 MB")


def main():
    with tempfile.TemporaryDirectory(dir=ROOT / "target" / "bench") as folder:
        big, day = f"{folder}/big.deroule", f"{folder}/day.deroule"
        pathlib.Path(f"{folder}/big.md").write_text(page(500, 30), encoding="utf-8")
        pathlib.Path(f"{folder}/day.md").write_text(page(1, 200), encoding="utf-8")
        print(f"{'import, 500 sessions × 30 slots':<44} {timed(CLI, '--store', big, 'import', f'{folder}/big.md'):8.0f}")
        timed(CLI, "--store", day, "import", f"{folder}/day.md")
        shapes(folder)
        export = (CLI, "--store", big, "export")
        print(f"{'iCalendar, one event a slot too':<44} {timed(*export, 'ics', '--slots', '--out', f'{folder}/a.ics'):8.0f}")
        print(f"{'PDF of one day':<44} {timed(*export, 'pdf', '--session', '2020-01-01', '--out', f'{folder}/a.pdf'):8.0f}")
        starts(12, big)
        gestures(session_of(big), "30 slots")
        gestures(session_of(day), "200 slots")
        tracks = f"{folder}/tracks.deroule"
        pathlib.Path(f"{folder}/tracks.md").write_text(page(1, 1), encoding="utf-8")
        timed(CLI, "--store", tracks, "import", f"{folder}/tracks.md")
        window = Window(RELEASE / "deroule", "--store", tracks)
        window.wait(lambda: window.run(APP_READY))
        window.later(FOUR_TRACKS)
        window.close()
        gestures(session_of(tracks), "200 slots in 4 tracks")
        against_peer(tracks)


main()
