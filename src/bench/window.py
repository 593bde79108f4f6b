"""The program's window on a screen of its own, worked with keys as a person does."""
import contextlib
import csv
import itertools
import os
import pathlib
import subprocess
import tempfile
import time

from common import output, pinged


@contextlib.contextmanager
def screen(bench):
    """An X screen in memory with a window manager."""
    reading, writing = os.pipe()
    with bench.running(["Xvfb", "-displayfd", writing, "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
                       pass_fds=[writing], stderr=subprocess.DEVNULL):
        os.close(writing)
        with os.fdopen(reading) as number:
            os.environ["DISPLAY"] = bench.environment["DISPLAY"] = ":" + number.readline().strip()
        with bench.running(["openbox", "--sm-disable"], stderr=subprocess.DEVNULL):
            poll(20, lambda: "window id" in tolerant("xprop", "-root", "_NET_SUPPORTING_WM_CHECK"), "no window manager")
            yield


def tolerant(*command):
    return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False).stdout


def poll(seconds, happened, otherwise):
    deadline = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > deadline:
            raise SystemExit(otherwise)
        time.sleep(0.1)


class Window:
    """A context in which the window is open, with a home folder of its own and the form filled in by the settings."""

    def __init__(self, bench, command, port, **form):
        self.bench, self.command, self.port = bench, command, port
        self.settings = {"version": "1", "ping.host": "127.0.0.1", "ping.port": str(port), "look.language": "en",
                         **{f"ping.{key}": value for key, value in form.items()}}
        self.exports = 0

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.home = pathlib.Path(stack.enter_context(tempfile.TemporaryDirectory()))
            folder = self.home / ".config/udp-ping-monitor"
            folder.mkdir(parents=True)
            (folder / "settings.properties").write_text("".join(f"{key}={value}\n" for key, value in self.settings.items()), encoding="utf-8")
            environment = {"HOME": str(self.home)}
            self.process = stack.enter_context(self.bench.running(["env", *(f"{k}={v}" for k, v in environment.items()), *self.command]))
            self.id = ""
            poll(60, self.find, "no window within a minute")
            self.activate()
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *problem):
        self.stack.__exit__(*problem)

    def find(self):
        self.id = tolerant("xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid), "--name", "^UDP Ping Monitor$").strip()
        return bool(self.id)

    def key(self, *keys):
        output(["xdotool", "key", "--clearmodifiers", "--delay", "60", *keys], timeout=30)

    def start(self):
        """Presses F5; again when the window did not listen yet."""
        for _ in range(10):
            self.key("F5")
            deadline = time.monotonic() + 3
            while time.monotonic() < deadline:
                if pinged(self.port):
                    return
                time.sleep(0.02)
        raise SystemExit("the window does not ping")

    def wait(self, seconds=60):
        """Until the run has ended."""
        poll(seconds, lambda: not pinged(self.port), "the run does not end")

    def run(self, count, pause=0.0):
        """A whole run of the form's plan; its round trip times in nanoseconds."""
        self.activate()
        self.start()
        self.wait(60 + 2 * count * pause)
        return self.rtts(count)

    def rtts(self, count):
        rows = self.export()
        if len(rows) != count:
            raise SystemExit(f"{len(rows)} rows of {count} pings")
        return [round(float(row["rtt_ms"]) * 1e6) for row in rows if row["result"] == "replied"]

    def minimise(self):
        output(["xdotool", "windowminimize", self.id], timeout=30)

    def activate(self):
        output(["xdotool", "windowactivate", "--sync", self.id], timeout=30)

    def resizer(self):
        """Something that changes its size at every call."""
        sizes = itertools.cycle([(1280, 800), (1360, 860), (1440, 920), (1360, 860), (1200, 760)])
        return lambda: output(["xdotool", "windowsize", self.id, *map(str, next(sizes))], timeout=30)

    def export(self):
        """Saves the run with Ctrl+S and the desktop's file dialog; the rows of the table."""
        self.exports += 1
        file = self.home / f"{self.exports}.csv"
        self.key("ctrl+s")
        poll(20, lambda: tolerant("xdotool", "getactivewindow").strip() not in ("", self.id), "no file dialog")
        output(["xdotool", "key", "--clearmodifiers", "ctrl+a"])
        output(["xdotool", "type", "--delay", "15", str(file)])
        self.key("Return")
        poll(20, file.exists, f"{file} was not saved")
        size = -1
        while size != file.stat().st_size:  # it is moved into place whole; only in case it were not
            size = file.stat().st_size
            time.sleep(0.1)
        with file.open(encoding="utf-8", newline="") as lines:
            rows = list(csv.DictReader(lines))
        file.unlink()
        poll(10, lambda: tolerant("xdotool", "getactivewindow").strip() == self.id, "the window does not come back")
        return rows
