"""What it costs to keep a run: on disk, in memory, the thread that pings, round trip times, and 64 targets at once."""
import contextlib
import json
import pathlib
import time

import clients
from common import JAR, PAYLOAD_BYTES, ROOT, judged, median, micros, output, spread
from pacing import judge, lab_pings

TEST_CLASSES = ROOT / "target/test-classes"
MAIN = "pingmonitor.store.KeepingBenchmark"
GOAL_BYTES, GOAL_HEAP_MIB, GOAL_TAKE_MICROS, GOAL_OPEN_MS = 24, 32, 1, 100
GOALS_MS = {"whole": (4, 16), "any stretch": (4, 16), "figures of": (50, None)}
GOAL_TARGETS_PERCENT = 3


def run(bench):
    bench.say("### Keeping runs")
    bench.say()
    if not (TEST_CLASSES / (MAIN.replace(".", "/") + ".class")).exists():
        bench.say(f"Left out: {TEST_CLASSES} does not have {MAIN}; mvn test-compile makes it.")
        return
    folder = bench.scratch / "kept"
    folder.mkdir(exist_ok=True)
    sizes(bench, folder)
    reading(bench, folder)
    later(bench, folder)
    thread(bench, folder)
    round_trips(bench)
    pacing(bench)
    targets(bench)


def ours(bench, *arguments):
    command = [bench.java, "-Xmx256m", "-cp", f"{JAR}:{TEST_CLASSES}", MAIN, *arguments]
    return [json.loads(line) for line in output(command).splitlines()]


def sizes(bench, folder):
    bench.say("A ping every 10 ms, replies as the lab's server sends them; places of loss are told 5 s later.")
    pings = bench.pick(10**7, 10**5)
    bench.table("lost", "pings", "bytes a ping", "goal", "µs a ping, all of it")
    for loss in (0.01, 0, 0.3):
        file = folder / ("run.pingrun" if loss == 0.01 else "other.pingrun")
        line = ours(bench, "write", file, pings if loss == 0.01 else pings // 10, loss)[0]
        bench.keep("keeping", **line)
        each = line["bytes"] / line["pings"]
        bench.row(f"{loss:.0%}", f"{line['pings']:,}", f"{each:.2f}", judged(each, GOAL_BYTES), f"{line['nanos'] / line['pings'] / 1e3:.2f}")


def reading(bench, folder):
    file = folder / "run.pingrun"
    opened = [ours(bench, "open", file)[0]["nanos"] for _ in range(bench.pick(5, 1))]
    bench.say()
    bench.say(f"From the start of a new program to the data of the first whole picture of 2,000 columns: {spread([each / 1e6 for each in opened], 0)} ms, "
              f"{judged(median(opened) / 1e6, GOAL_OPEN_MS)}.")
    bench.table("from the file", "median, ms", "goal", "99 of 100 within", "goal", "most")
    for line in ours(bench, "read", file):
        bench.keep("keeping", **line)
        if line["what"] == "heap":
            mib = line["bytes"] / 2**20
            bench.say()
            bench.say(f"Heap of the open run of {line['pings']:,} pings: {mib:.1f} MiB, {judged(mib, GOAL_HEAP_MIB)}.")
            continue
        goals = next((goals for begin, goals in GOALS_MS.items() if line["what"].startswith(begin)), (None, None))
        cells = []
        for nanos, goal in ((line["median"], goals[0]), (line["p99"], goals[1])):
            cells += [f"{nanos / 1e6:.2f}", judged(nanos / 1e6, goal) if goal else ""]
        bench.row(line["what"], *cells, f"{line['most'] / 1e6:.2f}")


def later(bench, folder):
    if bench.quick:
        return
    lines = ours(bench, "later", folder)
    bench.table("ping number", "ns, making and writing it", "to the first")
    for line in lines:
        bench.row(f"{line['pings']:,}", line["median"], f"{line['median'] / lines[0]['median']:.2f}")


def thread(bench, folder):
    line = ours(bench, "take", folder, bench.pick(30_000, 3000))[0]
    bench.say()
    bench.say(f"The thread that tells a ping's events, 1,000 pings a second: {line['median'] / 1e3:.2f} µs a ping, {judged(line['median'] / 1e3, GOAL_TAKE_MICROS)}; "
              f"99 of 100 within {line['p99'] / 1e3:.2f}.")


def round_trips(bench):
    """In turn, so that what the machine does to one it does to the others."""
    rounds, count = bench.pick((7, 5000), (3, 1000))
    with bench.serving("echo") as (port, _):
        programs = {"C client": clients.c_client(bench, port), "our ping": clients.our_ping(bench, bench.program(), port),
                    "our ping, kept": clients.our_ping(bench, bench.program(), port, "--save")}
        medians = {name: [] for name in programs}
        for turn in range(rounds):
            order = list(programs)
            for name in order[turn % 3:] + order[:turn % 3]:
                rtts = programs[name](count, 0)
                bench.keep("keeping", what="rtt", program=name, round=turn, nanos=rtts)
                medians[name].append(median(rtts))
    bench.table(f"round trip back to back: {rounds} rounds of {count}", "µs", "to C", "to our ping")
    for name, values in medians.items():
        bench.row(name, micros(values), *(spread([a / b for a, b in zip(values, medians[other])]) for other in ("C client", "our ping")))


def pacing(bench):
    rounds, count = bench.pick((3, 10_000), (1, 1500))
    missed = {"our ping": [], "our ping, kept": []}
    for turn in range(rounds):
        names = list(missed)
        for name in names if turn % 2 == 0 else names[::-1]:
            options = ["--save"] if name.endswith("kept") else []
            stamps, _ = lab_pings(bench, lambda port: output([*bench.program("ping", "127.0.0.1", port, "--count", count, "--interval", "1ms",
                                                                              "--size", PAYLOAD_BYTES, "--json", *options)], env=bench.environment))
            missed[name].append(judge(stamps, 1e6)[1])
    bench.table(f"1,000 a second, {count} pings", "slots missed, round by round")
    for name, values in missed.items():
        bench.row(name, ", ".join(map(str, values)))


def cpu_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / 100


def targets(bench):
    count, seconds = 64, bench.pick(120, 20)
    with contextlib.ExitStack() as stack:
        hosts = [f"127.0.0.1:{stack.enter_context(bench.serving('echo'))[0]}" for _ in range(count)]
        process = stack.enter_context(bench.running(bench.program("monitor", *hosts, "--interval", "1s")))
        time.sleep(bench.pick(60, 10))
        before, start = cpu_seconds(process.pid), time.monotonic()
        time.sleep(seconds)
        percent = 100 * (cpu_seconds(process.pid) - before) / (time.monotonic() - start)
        heap = bench.live_heap_mib(process.pid)
    bench.say()
    bench.say(f"{count} targets at 1 a second in the terminal, kept: {percent:.1f} % of a core, {judged(percent, GOAL_TARGETS_PERCENT)}; {heap:.0f} MiB of heap.")
