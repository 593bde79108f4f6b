"""Processes of a scenario, what they say, and waiting for it; every wait has an end."""
import json
import os
import signal
import subprocess
import time


class Failure(Exception):
    """What a scenario saw is not what it should have seen."""


def need(holds, what):
    if not holds:
        raise Failure(what)


# How long anything may take that comes at once on an idle machine; whoever waits goes on as soon as it is there.
PATIENCE = 60


def until(condition, what, seconds=PATIENCE):
    """Polls until the condition gives something true, and gives that."""
    deadline = time.monotonic() + seconds
    while True:
        # Looked at before the condition is: where this process stands still meanwhile, the condition has a last chance.
        last = time.monotonic() >= deadline
        given = condition()
        if given:
            return given
        if last:
            raise Failure(what() if callable(what) else f"{what}, for {seconds:.0f} s")
        time.sleep(0.05)


class Process:
    """A command in the background. It is killed with the scenario, even when that is killed itself."""

    def __init__(self, lab, name, words, environment):
        self.name = name
        self.out, self.err = lab.scratch / f"{name}.out", lab.scratch / f"{name}.err"
        home = lab.scratch / f"{name}.home"
        home.mkdir(exist_ok=True)
        own = {"HOME": str(home), "XDG_CONFIG_HOME": f"{home}/config", "XDG_STATE_HOME": f"{home}/state", "LC_ALL": "C.UTF-8"}
        with self.out.open("wb") as out, self.err.open("wb") as err:
            self.popen = subprocess.Popen(["setpriv", "--pdeathsig", "KILL", *words], stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                          env={**os.environ, **own, **environment})
        lab.processes.append(self)

    def said(self):
        return self.out.read_text(encoding="utf-8", errors="replace")

    def says(self, text):
        """Waits until a text is in its output."""
        until(lambda: text in self.said() or self.over(), f"{self.name} does not say {text!r}")
        need(text in self.said(), f"{self.name} ended and did not say {text!r}")

    def over(self):
        return self.popen.poll() is not None

    def ends(self, code=0, seconds=PATIENCE):
        """It ends by itself, with that code, and has nothing to complain of."""
        until(self.over, f"{self.name} does not end", seconds)
        complaint = self.err.read_text(encoding="utf-8", errors="replace").strip()[:500]
        need(self.popen.returncode == code, f"{self.name} ends with {self.popen.returncode} instead of {code}: {complaint}")
        need(code == 2 or not complaint, f"{self.name} complains: {complaint}")

    def stop(self, code=0, seconds=PATIENCE):
        """Asks it to end, and waits for that."""
        self.popen.terminate()
        self.ends(code, seconds)

    def crash(self):
        """Ends it without a chance to tidy up."""
        self.popen.send_signal(signal.SIGKILL)
        self.popen.wait(PATIENCE)

    def end(self):
        """Ends it if it still runs; for when the scenario is over."""
        if not self.over():
            self.popen.terminate()
            try:
                self.popen.wait(10)
            except subprocess.TimeoutExpired:
                self.popen.kill()
                self.popen.wait(10)


class Program(Process):
    """A process that prints a JSON object a line, each with its kind in "event"."""

    def events(self, kind="", **members):
        """What it has said so far of a kind, with those members."""
        whole = self.said().rpartition("\n")[0].splitlines()
        told = (json.loads(line) for line in whole if line)
        return [each for each in told if kind in ("", each["event"]) and members.items() <= each.items()]

    def wait(self, kind, seconds=PATIENCE, at_least=1, **members):
        """Waits for so many events, and gives the last."""
        what = f"{self.name} has not {at_least} {kind} {members or ''}"
        until(lambda: len(self.events(kind, **members)) >= at_least or self.over(), what, seconds)
        found = self.events(kind, **members)
        need(len(found) >= at_least, f"{what} and ended")
        return found[-1]

    def summary(self):
        found = self.events("summary")
        need(len(found) == 1, f"{self.name} says {len(found)} summaries")
        return found[0]

    def fates(self):
        """Number of the ping to what became of it: the last that was said."""
        settled = ("reply", "timeout", "late", "unreachable", "cancelled")
        return {each["seq"]: each["event"] for each in self.events() if each["event"] in settled}

    def verdicts(self):
        """Number of the ping to where it was lost, or that it was answered."""
        return {each["seq"]: each["where"] for each in self.events("verdict")}

    def causes(self):
        """What it finds may be wrong, likeliest first, as it says last."""
        told = self.events("diagnosis")
        return [each["kind"] for each in told[-1]["findings"]] if told else []

    def record(self):
        """Of our server: number of the ping to what it did with it."""
        done = ("answered", "dropped", "limited", "ignored")
        return {int(each["text"].split()[1]): each["event"] for each in self.events() if each["event"] in done}
