"""Round trip times on loopback, programs in turn."""
import contextlib
import os
import time

import clients
from common import PAYLOAD_BYTES, judged, median, micros, processors, spread
from window import Window, screen

C = "C client"
GOALS_BACK_TO_BACK = {C: 1.10, "irtt": 1.00, "Python lab client": 1.00}
GOALS_SPACED = {C: 1.5, "irtt": 0.7}

# Name: the processors of the servers and of what pings them; none for all.
ANYWHERE = "wherever the system puts them"
PLACES = {ANYWHERE: (None, None), "server and client on a processor each": ({0}, {1}), "both on one processor": ({0}, {0})}


def run(bench):
    bench.say(f"### Round trip time, {PAYLOAD_BYTES} bytes")
    bench.say()
    bench.say("µs, median (quartiles) of all rounds' medians; ratios round by round, median (least to most). Ours, the C client and the "
              "Python lab client ping the same C echo server; irtt and sockperf their own, ICMP the kernel.")
    with screen(bench):
        for name, (servers, pingers) in PLACES.items():
            if (servers or set()) | (pingers or set()) <= os.sched_getaffinity(0):
                place(bench, name, servers, pingers)


def place(bench, name, servers, pingers):
    bench.say()
    bench.say(f"**Placed: {name}.**")
    with contextlib.ExitStack() as stack:
        with processors(servers):
            port, _ = stack.enter_context(bench.serving("echo"))
            others = {"Python lab client": clients.lab_client(port), **clients.servers(bench, stack), **clients.icmp()}
            time.sleep(1)
        stack.enter_context(processors(pingers))
        spacing(bench, port, others, name, "back to back", 0, bench.pick((5, 10_000), (3, 2000)), GOALS_BACK_TO_BACK)
        spacing(bench, port, others, name, "100 ms apart", 0.1, bench.pick((4 if name == ANYWHERE else 2, 25), (2, 10)), GOALS_SPACED)
        if name == ANYWHERE:
            spacing(bench, port, others, name, "1 s apart", 1, bench.pick((2, 8), (1, 4)), GOALS_SPACED)


def spacing(bench, port, others, placed, name, pause, size, goals):
    rounds, count = size
    form = {"count": count, "pause": f"{pause}s", "size": PAYLOAD_BYTES}
    with contextlib.ExitStack() as stack:
        ours = {}
        for which, command in {"our": bench.program(), **({"our packaged": [bench.package]} if bench.package else {})}.items():
            ours[f"{which} terminal ping"] = clients.our_ping(bench, command, port)
            ours[f"{which} window"] = stack.enter_context(Window(bench, command, port, **form)).run
        programs = {C: clients.c_client(bench, port), **ours, **others}
        time.sleep(3)
        medians = {program: [] for program in programs}
        for turn in range(rounds):
            order = list(programs)
            for program in order[turn % len(order):] + order[:turn % len(order)]:
                rtts = measured(program, programs[program], count, pause)
                bench.keep("rtt", placed=placed, spacing=name, program=program, round=turn, nanos=rtts)
                medians[program].append(median(rtts))
    compared = [other for other in goals if other in medians]
    bench.table(f"{name}: {rounds} rounds of {count}", "µs", *(f"to {other}" for other in compared))
    for program, values in medians.items():
        cells = []
        for other in compared:
            ratios = [a / b for a, b in zip(values, medians[other])]
            cells.append(spread(ratios) + (f", {judged(median(ratios), goals[other])}" if program in ours else ""))
        bench.row(program, micros(values), *cells)


def measured(name, client, count, pause):
    """One burst; again when a disturbed machine gave nothing, as happens to sockperf."""
    for _ in range(3):
        rtts = client(count, pause)
        if rtts:
            return rtts
    raise SystemExit(f"{name} got no reply")
