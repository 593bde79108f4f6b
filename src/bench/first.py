"""The first ping of a fresh start against the rest of its run."""
import contextlib
import time

import clients
from common import PAYLOAD_BYTES, judged, median, micros, spread
from window import Window, screen

PINGS, PAUSE = 10, 0.2  # what the program does when nobody chooses otherwise
SETTLED_SECONDS = 3
GOAL = 1.5


def run(bench):
    starts = bench.pick(6, 3)
    bench.say("### First ping of a fresh start")
    bench.say()
    bench.say(f"{starts} starts each, in turn; runs of {PINGS} pings {PAUSE * 1000:.0f} ms apart to the C echo server. The C client's line is what the "
              "machine itself does to a first ping.")
    with contextlib.ExitStack() as stack:
        stack.enter_context(screen(bench))
        port, _ = stack.enter_context(bench.serving("echo"))
        programs = {
            "C client": one_run(clients.c_client(bench, port)),
            "our terminal ping": one_run(clients.our_ping(bench, bench.program(), port)),
            "our window, as soon as it is there": window(bench, bench.program(), port, 0),
            f"our window, {SETTLED_SECONDS} s later": window(bench, bench.program(), port, SETTLED_SECONDS),
        }
        if bench.package:
            programs["our packaged ping"] = one_run(clients.our_ping(bench, [bench.package], port))
            programs["our packaged window, as soon as it is there"] = window(bench, [bench.package], port, 0)
        firsts, rests = {name: [] for name in programs}, {name: [] for name in programs}
        for turn in range(starts):
            for name, start in programs.items():
                rtts = start()
                bench.keep("first", program=name, start=turn, nanos=rtts)
                firsts[name].append(rtts[0])
                rests[name].append(median(rtts))
    bench.table("first ping", "µs, median (quartiles)", "its run's median, µs", "first to median, start by start", "goal")
    for name in programs:
        ratios = [first / rest for first, rest in zip(firsts[name], rests[name])]
        bench.row(name, micros(firsts[name]), micros(rests[name]), spread(ratios), judged(median(ratios), GOAL) if "our" in name else "")


def one_run(client):
    return lambda: client(PINGS, PAUSE)


def window(bench, command, port, wait):
    def start():
        with Window(bench, command, port, count=PINGS, pause=f"{PAUSE}s", size=PAYLOAD_BYTES) as opened:
            time.sleep(wait)
            return opened.run(PINGS, PAUSE)
    return start
