"""The window's round trip times while it is busy, against the same window left alone."""
import contextlib
import threading
import time

import clients
from common import PAYLOAD_BYTES, judged, median, micros, spread
from window import Window, screen

PAUSE = 0.01
STALL_NANOS = 1_000_000
GOAL = 1.1


def run(bench):
    rounds, count = bench.pick((3, 1500), (2, 300))
    bench.say("### Round trip time in a busy window")
    bench.say()
    bench.say(f"{rounds} rounds of {count} pings {PAUSE * 1000:.0f} ms apart, quiet and busy in turn. Quiet: the window is minimised and draws nothing. Updating: "
              "table and chart follow the run. Busy: the same, while the window is resized five times a second and a full garbage collection is forced every "
              "second. The C client pings beside it in all three: its ratio is what the machine, with the same work on it, does to any program.")
    states = {"quiet": quiet, "updating": updating, "busy": busy}
    ours, beside = {state: [] for state in states}, {state: [] for state in states}
    slow = {state: [0, 0] for state in states}
    with contextlib.ExitStack() as stack:
        stack.enter_context(screen(bench))
        port, _ = stack.enter_context(bench.serving("echo"))
        beside_port, _ = stack.enter_context(bench.serving("echo"))
        c_client = clients.c_client(bench, beside_port)
        window = stack.enter_context(Window(bench, bench.program(), port, count=count, pause=f"{PAUSE}s", size=PAYLOAD_BYTES))
        time.sleep(3)
        for turn in range(rounds):
            for name, state in states.items():
                window.start()
                with state(bench, window):
                    compared = c_client(count, PAUSE)
                    window.wait()
                rtts = window.rtts(count)
                bench.keep("busy", state=name, round=turn, nanos=rtts, c_nanos=compared)
                ours[name].append(median(rtts))
                beside[name].append(median(compared))
                slow[name][0] += sum(rtt > STALL_NANOS for rtt in rtts)
                slow[name][1] += sum(rtt > STALL_NANOS for rtt in compared)
    bench.table("window", "ours, µs", "to quiet", "goal", "C client beside it, µs", "to quiet", "over 1 ms: ours, C")
    for name in states:
        ratios = [[a / b for a, b in zip(medians[name], medians["quiet"])] for medians in (ours, beside)]
        share = " and ".join(f"{100 * each / (rounds * count):.2f} %" for each in slow[name])
        bench.row(name, micros(ours[name]), spread(ratios[0]), judged(median(ratios[0]), GOAL) if name != "quiet" else "",
                  micros(beside[name]), spread(ratios[1]), share)


@contextlib.contextmanager
def quiet(_, window):
    window.minimise()
    yield
    window.activate()


@contextlib.contextmanager
def updating(_, __):
    yield


@contextlib.contextmanager
def busy(bench, window):
    over, problems = threading.Event(), []
    threads = [threading.Thread(target=every, args=(0.2, over, problems, window.resizer())),
               threading.Thread(target=every, args=(1, over, problems, lambda: bench.jcmd(window.process.pid, "GC.run")))]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        over.set()
        for thread in threads:
            thread.join()
    if problems:
        raise problems[0]


def every(seconds, over, problems, work):
    try:
        while not over.wait(seconds):
            work()
    except BaseException as problem:  # a thread swallows it, and the rounds would be quiet ones
        problems.append(problem)
