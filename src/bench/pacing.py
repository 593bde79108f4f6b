"""Whether pings leave when they should, stamped from outside by a relay that every sender is pinging through."""
import contextlib
import json
import shutil

from common import PAYLOAD_BYTES, free_port, judged, median, output, percentile

RATES = [(1, 60, 5), (10, 600, 30), (100, 6000, 300), (1000, 10_000, 1500)]  # a second; pings, and with --quick
LEAST_RATE_OF_IRTT = 100  # below, it would only take minutes more
GOAL_LAST_MS, GOAL_ERROR_MICROS = 1, 100
IRTT_HEADER = b"\x14\xa7\x5b"  # then a byte of flags, 0 for a ping


def run(bench):
    bench.say("### Pacing")
    bench.say()
    bench.say("Stamped by a C relay on its way to the server, right after it was read. The schedule is the one that fits best (median of all), the error of a ping its "
              "distance from the nearest slot, the drift the last tenth's median error less the first tenth's. A slot without a ping is missed. The C sender spins before it "
              "sends: its errors are those of the relay and the machine.")
    senders = {"C sender": c_sender, "our terminal ping": our_ping, **({"irtt": irtt} if shutil.which("irtt") else {})}
    for rate, full, quick in RATES:
        count = bench.pick(full, quick)
        bench.table(f"{rate} a second, {count} pings", "drift, ms", "last ping, ms", "goal", "median error, µs", "goal", "99 of 100 within, µs",
                    "slots missed", "as told by itself")
        for name, sender in senders.items():
            if sender is irtt and rate < LEAST_RATE_OF_IRTT:
                continue
            stamps, told = sender(bench, rate, count)
            bench.keep("pacing", sender=name, rate=rate, stamps=stamps, told=told)
            errors, missed = judge(stamps, 1e9 / rate)
            sizes, tenth = list(map(abs, errors)), max(1, len(errors) // 10)
            drift = (median(errors[-tenth:]) - median(errors[:tenth])) / 1e6
            goals = [judged(sizes[-1] / 1e6, GOAL_LAST_MS, 3), judged(median(sizes) / 1e3, GOAL_ERROR_MICROS, 1)] if name.startswith("our") else ["", ""]
            bench.row(name, f"{drift:+.3f}", f"{errors[-1] / 1e6:+.3f}", goals[0], f"{median(sizes) / 1e3:.1f}", goals[1], f"{percentile(sizes, 99) / 1e3:.0f}",
                      missed, told)


def judge(stamps, interval):
    """Errors and the number of missed slots of stamps against the schedule that fits them best."""
    first = stamps[0]
    phases = [(stamp - first + interval / 2) % interval - interval / 2 for stamp in stamps]
    start = first + median(phases)
    slots = [round((stamp - start) / interval) for stamp in stamps]
    errors = [stamp - start - slot * interval for stamp, slot in zip(stamps, slots)]
    return errors, slots[-1] - slots[0] + 1 - len(set(slots))


@contextlib.contextmanager
def relay(bench, to):
    """A port before another; the list has, afterwards, when each datagram came and how it began."""
    stamps = []
    with bench.serving("relay", to) as (port, process):
        yield port, stamps
        process.terminate()
        for line in process.stdout:
            at, head = line.split()
            stamps.append((int(at), bytes.fromhex(head)))


def lab_pings(bench, send):
    with bench.serving("echo") as (echo, _), relay(bench, echo) as (port, stamps):
        told = send(port)
    return [at for at, head in stamps if head.startswith(b"Ping ")], told


def c_sender(bench, rate, count):
    return lab_pings(bench, lambda port: output([bench.peer("open"), port, 1, rate, count]) and "")


def our_ping(bench, rate, count):
    def send(port):
        text = output([*bench.program("ping", "127.0.0.1", port, "--count", count, "--interval", f"{1000 // rate}ms", "--size", PAYLOAD_BYTES, "--json")],
                      env=bench.environment)
        return json.loads(text.splitlines()[-1]).get("missed", "")
    return lab_pings(bench, send)


def irtt(bench, rate, count):
    server = free_port()
    with bench.running(["irtt", "server", "-b", f"127.0.0.1:{server}", "-i", 0]), relay(bench, server) as (port, stamps):
        output(["irtt", "client", "-i", f"{1000 // rate}ms", "-d", f"{count * 1000 // rate}ms", "-l", PAYLOAD_BYTES, "--stats=none",
                "--tstamp=none", "-Q", f"127.0.0.1:{port}"])
    return [at for at, head in stamps if head[:4] == IRTT_HEADER + b"\0"], ""
