"""What a chart and the figures of any stretch cost, beside tsdownsample's M4, in one thread and without a window."""
import importlib.util
import json
import subprocess
import sys

from common import JAR, ROOT, judged, median, output

TEST_CLASSES = ROOT / "target/test-classes"
MAIN = "pingmonitor.series.SeriesBenchmark"
COLUMNS = 2000
GOALS_MS = {"any stretch": (4, 16), "whole": (4, 16), "figures of any 10,000,000": (50, None)}

# M4 keeps the first, the last, the smallest and the largest value of each column.
M4 = """
import json, sys, time
import numpy, tsdownsample
values = numpy.random.default_rng(1).random(int(sys.argv[1]), dtype=numpy.float32)
nanos = []
for _ in range(int(sys.argv[2])):
    start = time.perf_counter_ns()
    tsdownsample.M4Downsampler().downsample(values, n_out=4 * %d)
    nanos.append(time.perf_counter_ns() - start)
print(json.dumps(nanos))
""" % COLUMNS


def run(bench):
    bench.say("### Charts and figures of any stretch")
    bench.say()
    if not (TEST_CLASSES / (MAIN.replace(".", "/") + ".class")).exists():
        bench.say(f"Left out: {TEST_CLASSES} does not have {MAIN}; mvn test-compile makes it.")
        return
    bench.say(f"To {COLUMNS:,} columns, in one thread; a ping a millisecond, one in 128 lost. *Any stretch* is of random place and size, each order of size as often. Nodes are in "
              "memory or in a mapped file, rows are made when they are asked for, segments are decoded each time. Milliseconds, the median of the rounds.")
    known = importlib.util.find_spec("tsdownsample") is not None
    if not known:
        bench.say(f"tsdownsample is not installed and left out ({sys.executable} -m pip install tsdownsample, or the python of a venv that has it).")
    bench.table("what", "of pings", "median", "goal", "99 of 100 within", "goal", "most")
    for pings in bench.pick([10**6, 10**8], [10**6, 10**7]):
        ours, theirs = {}, []
        for _ in range(bench.pick(3, 1)):
            for line in ours_of(bench, pings):
                bench.keep("series", **line)
                ours.setdefault(line["what"], []).append(line)
            theirs += m4(bench, pings) if known else []
        for what, lines in ours.items():
            row(bench, what, pings, *(median([line[key] for line in lines]) for key in ("median", "p99", "most")))
        if theirs:
            theirs.sort()
            row(bench, "tsdownsample, M4 of all values", pings, median(theirs), theirs[-(-len(theirs) * 99 // 100) - 1], theirs[-1])


def row(bench, what, pings, middle, p99, most):
    goals = next((goals for begin, goals in GOALS_MS.items() if what.startswith(begin)), (None, None))
    figures = []
    for nanos, goal in ((middle, goals[0]), (p99, goals[1])):
        figures += [f"{nanos / 1e6:.2f}", judged(nanos / 1e6, goal) if goal else ""]
    bench.row(what, f"{pings:,}", *figures, f"{most / 1e6:.2f}")


def ours_of(bench, pings):
    command = [bench.java, "-Xmx3g", "-cp", f"{JAR}:{TEST_CLASSES}", MAIN, pings, bench.pick(1000, 100), bench.scratch]
    return [json.loads(line) for line in output(command).splitlines()]


def m4(bench, pings):
    """Not merged with what it says on stderr."""
    command = [sys.executable, "-c", M4, str(pings), str(bench.pick(50, 10))]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, text=True, timeout=600, check=True).stdout)
