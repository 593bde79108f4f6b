"""Our server beside a C echo server and the Python lab server, under the same C senders."""
import contextlib
import json
import re

from common import ROOT, await_answer, free_port, judged, median, output, percentile, spread, status

C = "C echo server"
OURS = "our server"
LAB = "Python lab server"
LAB_SERVER = ROOT / "src/test/resources/peers/lab_server.py"
WINDOWS = [1, 32]
RATES = [20_000, 50_000, 100_000]
GOAL_RATIO, GOAL_DELAY_MS = 0.95, 10


def run(bench):
    bench.say("### Server")
    bench.say()
    bench.say("All with a loss of 0 and what they print thrown away; a fresh process for every part. Limits of ours: off.")
    closed(bench)
    opened(bench)
    delays(bench)
    many(bench)


def servers(bench):
    """Name to a context that gives the port and the process."""
    return {C: lambda: bench.serving("echo"), OURS: lambda: bench.our_server("--loss", 0), LAB: lambda: lab_server(bench)}


@contextlib.contextmanager
def lab_server(bench):
    port = free_port()
    with bench.running(["python3", LAB_SERVER, "--port", port, "--loss", 0]) as process:
        await_answer(port)
        yield port, process


@contextlib.contextmanager
def all_servers(bench):
    with contextlib.ExitStack() as stack:
        yield {name: stack.enter_context(server()) for name, server in servers(bench).items()}


def warm(bench, port):
    """So much that also a Java program has compiled what it does all the time."""
    output([bench.peer("closed"), port, 32, bench.pick(5, 3)])


def closed(bench):
    rounds, seconds = bench.pick((4, 3), (2, 0.5))
    with all_servers(bench) as running:
        for port, _ in running.values():
            warm(bench, port)
        for window in WINDOWS:
            rates, costs = {name: [] for name in running}, {name: [] for name in running}
            lost = {name: 0 for name in running}
            for turn in range(rounds):
                for name, (port, process) in running.items():
                    before = status(process.pid)["cpu_seconds"]
                    answered, given_up, took = output([bench.peer("closed"), port, window, seconds]).split()
                    costs[name].append((status(process.pid)["cpu_seconds"] - before) / int(answered) * 1e6)
                    bench.keep("server", test="closed", server=name, window=window, round=turn, answered=int(answered), lost=int(given_up),
                               seconds=float(took), cpu_micros=costs[name][-1])
                    rates[name].append(int(answered) / float(took))
                    lost[name] += int(given_up)
            bench.table(f"{window} in flight, {rounds} rounds of {seconds} s", "replies a second", "to C", "goal", "lost", "processor µs a reply")
            for name, values in rates.items():
                ratios = [ours / c for ours, c in zip(values, rates[C])]
                bench.row(name, spread(values, 0), spread(ratios), judged(median(ratios), GOAL_RATIO, at_least=True) if name == OURS else "", lost[name],
                          spread(costs[name], 1))


def opened(bench):
    rounds, seconds = bench.pick((2, 5), (2, 1))
    with all_servers(bench) as running:
        for port, _ in running.values():
            warm(bench, port)
        for rate in RATES:
            losses, reached = {name: [] for name in running}, {name: [] for name in running}
            for turn in range(rounds):
                for name, (port, _) in running.items():
                    sent, answered, _, took = output([bench.peer("open"), port, 1, rate, rate * seconds]).splitlines()[0].split()
                    bench.keep("server", test="open", server=name, rate=rate, round=turn, sent=int(sent), answered=int(answered), seconds=float(took))
                    losses[name].append(100 * (1 - int(answered) / int(sent)))
                    reached[name].append(int(sent) / float(took))
            bench.table(f"{rate:,} datagrams a second, {rounds} rounds of {seconds} s", "sent a second", "lost, %", "goal: no more than C")
            for name, values in losses.items():
                met = "met" if median(values) <= median(losses[C]) else "**missed**"
                bench.row(name, spread(reached[name], 0), spread(values, 3), met if name == OURS else "")


def delays(bench):
    """Thirty clients with the book's Java delays: every reply against the delay that the server says it had."""
    clients, count = 30, 30 * bench.pick(300, 50)
    said = bench.scratch / "served"
    with said.open("w") as out, bench.our_server("--preset", "book-java", "--seed", 7, "--json", stdout=out) as (port, _):
        summary, trips = open_loop(bench, port, clients, clients * 10, count)
    fates, dropped = {}, set()
    for event in map(json.loads, said.read_text(encoding="utf-8").splitlines()):
        if event["event"] in ("answered", "dropped"):
            ping = int(event["from"].rsplit(":", 1)[1]), int(event["text"].split()[1])
            if event["event"] == "answered":
                fates[ping] = event["delayNanos"]
            else:
                dropped.add(ping)
    errors = [abs(rtt - fates[ping]) / 1e6 for ping, rtt in trips.items() if rtt and ping in fates]
    unlike = sum(bool(rtt) != (ping in fates) for ping, rtt in trips.items()) + sum(ping not in fates and ping not in dropped for ping in trips)
    bench.keep("server", test="delays", errors_ms=errors)
    bench.table(f"{clients} clients, a ping every 100 ms each, book-java", "pings", "answered", "RTT less delay, ms, median", "95 of 100 within", "goal",
                "wrong replies", "fates that differ")
    bench.row(OURS, summary[0], summary[1], f"{median(errors):.2f}", f"{percentile(errors, 95):.2f}", judged(percentile(errors, 95), GOAL_DELAY_MS), summary[2], unlike)


def many(bench):
    """A thousand clients at once."""
    clients, rounds, seconds = 1000, 2, bench.pick(10, 1)
    bench.table(f"{clients} clients, {clients * 10:,} pings a second in all, {rounds} times {seconds} s", "answered", "resident MiB before", "after the first", "after the last",
                "live heap MiB before", "after")
    for name, server in servers(bench).items():
        with server() as (port, process):
            warm(bench, port)
            heaps = [bench.live_heap_mib(process.pid)] if name == OURS else []
            memory, sums = [status(process.pid)["resident_mib"]], [0, 0]
            for _ in range(rounds):
                (sent, answered, _), _ = open_loop(bench, port, clients, clients * 10, clients * 10 * seconds)
                sums = [sums[0] + answered, sums[1] + sent]
                memory.append(status(process.pid)["resident_mib"])
            if heaps:
                heaps.append(bench.live_heap_mib(process.pid))
            bench.keep("server", test="many", server=name, answered=sums[0], sent=sums[1], resident_mib=memory, live_heap_mib=heaps)
            bench.row(name, f"{sums[0]} of {sums[1]}", *(f"{memory[each]:.1f}" for each in (0, 1, -1)),
                      *([f"{heap:.1f}" for heap in heaps] or ["", ""]))


def open_loop(bench, port, sockets, rate, count):
    """What was sent, answered and wrong; and the time of every ping by port and number, 0 without a reply."""
    head, *lines = output([bench.peer("open"), port, sockets, rate, count]).splitlines()
    trips = {}
    for line in lines:
        client, number, rtt = map(int, re.findall(r"\d+", line))
        trips[client, number] = rtt
    return [int(word) for word in head.split()[:3]], trips
