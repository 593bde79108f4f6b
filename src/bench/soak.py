"""A thousand pings a second for minutes with the window open, against our own server: whether anything grows."""
import collections
import contextlib
import time

from common import PAYLOAD_BYTES, median, micros, status
from window import Window, screen

RATE = 1000
SETTLED_MINUTE = 2
FORM = {"untilStopped": "true", "fixedRate": "true", "interval": "1ms", "size": PAYLOAD_BYTES}


def run(bench):
    minutes, minute_seconds = (4, 5) if bench.quick else (bench.soak_minutes, 60)
    bench.say(f"### Soak: {minutes} minutes{' of 5 s' if bench.quick else ''} of {RATE} pings a second, window open")
    bench.say()
    bench.say("Heap is live objects after a full garbage collection forced for it; the window keeps the run's rows there, for the chart and to be saved.")
    with contextlib.ExitStack() as stack:
        stack.enter_context(screen(bench))
        port, server = stack.enter_context(bench.our_server("--loss", 0))
        window = stack.enter_context(Window(bench, bench.program(), port, **FORM))
        time.sleep(3)
        window.start()
        began = time.monotonic()
        samples = [sample(bench, window, server)]
        bench.table("minute", *(f"{who}: {what}" for who in ("window", "server") for what in ("heap MiB", "resident MiB", "threads", "files", "CPU %")))
        for minute in range(1, minutes + 1):
            time.sleep(max(0, began + minute * minute_seconds - time.monotonic()))
            samples.append(sample(bench, window, server))
            bench.keep("soak", minute=minute, **samples[-1])
            bench.row(minute, *(cell for who in ("window", "server") for cell in cells(samples[-2], samples[-1], who)))
        seconds = time.monotonic() - began
        window.key("F5")
        window.wait()
        rows = window.export()
    tell(bench, rows, seconds, samples)


def sample(bench, window, server):
    taken = {"at": time.monotonic()}
    for who, process in (("window", window.process), ("server", server)):
        taken[who] = {"heap_mib": bench.live_heap_mib(process.pid), **status(process.pid)}
    return taken


def cells(before, now, who):
    cpu = 100 * (now[who]["cpu_seconds"] - before[who]["cpu_seconds"]) / (now["at"] - before["at"])
    return f"{now[who]['heap_mib']:.1f}", f"{now[who]['resident_mib']:.0f}", now[who]["threads"], now[who]["files"], f"{cpu:.1f}"


def tell(bench, rows, seconds, samples):
    """What grew after the second minute, and what became of the pings."""
    results = collections.Counter(row["result"] for row in rows)
    rtts = [float(row["rtt_ms"]) * 1e6 for row in rows if row["result"] == "replied"]
    bench.say()
    bench.say(f"{len(rows)} pings in {seconds:.0f} s, {len(rows) / seconds:.1f} a second: {', '.join(f'{count} {result}' for result, count in results.items())}. RTT {micros(rtts)} µs; in the first tenth "
              f"{median(rtts[:len(rtts) // 10]) / 1000:.1f}, in the last {median(rtts[-len(rtts) // 10:]) / 1000:.1f}.")
    bench.table(f"from minute {SETTLED_MINUTE} to the last; goal: flat", "window", "server")
    early, late = samples[SETTLED_MINUTE], samples[-1]
    for what, unit in (("heap_mib", "MiB of heap"), ("resident_mib", "MiB resident"), ("threads", "threads"), ("files", "open files")):
        bench.row(unit, *(f"{late[who][what] - early[who][what]:+.1f}" for who in ("window", "server")))
    kept = len(rows) * (late["at"] - early["at"]) / seconds
    bench.row("bytes of heap for each ping kept meanwhile", f"{(late['window']['heap_mib'] - early['window']['heap_mib']) * 2**20 / kept:.0f}", "")
