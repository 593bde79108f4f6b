"""Everything that pings: each a function of how many pings and how many seconds between them, to round trip times in nanoseconds."""
import csv
import json
import re
import shutil

from common import PAYLOAD_BYTES, ROOT, free_port, output

LAB_CLIENT = ROOT / "src/test/resources/peers/lab_client.py"
FASTEST_IRTT_SECONDS = 0.0002  # it keeps a schedule and cannot wait for a reply instead


def c_client(bench, port):
    return lambda count, pause: numbers(output([bench.peer("client"), port, count, round(pause * 1e6)]))


def lab_client(port):
    """It tells whole microseconds."""
    def ping(count, pause):
        text = output(["python3", LAB_CLIENT, "--port", port, "--count", count, "--pause", pause, "--size", PAYLOAD_BYTES])
        return [round(float(seconds) * 1e9) for seconds in re.findall(r" (\d+\.\d{6})$", text, re.MULTILINE)]
    return ping


def our_ping(bench, program, port, *options):
    said = bench.scratch / "pinged"

    def ping(count, pause):
        # Into a file: a reader at the end of a pipe would want the processor with every line.
        with said.open("w") as out, bench.running([*program, "ping", "127.0.0.1", port, "--count", count, "--pause", f"{round(pause * 1000)}ms",
                                                   "--size", PAYLOAD_BYTES, "--json", *options], stdout=out) as process:
            if process.wait(600):
                raise SystemExit(f"ping: exit {process.returncode}")
        text = said.read_text(encoding="utf-8")
        return [event["rttNanos"] for event in map(json.loads, text.splitlines()) if event["event"] == "reply"]
    return ping


def irtt(bench, port):
    """Without its server's time stamps, or it would take the server's own time off."""
    file = bench.scratch / "irtt.json"

    def ping(count, pause):
        seconds = pause or FASTEST_IRTT_SECONDS
        output(["irtt", "client", "-i", f"{seconds}s", "-d", f"{seconds * count}s", "-l", PAYLOAD_BYTES, "--stats=none",
                "--tstamp=none", "-Q", "-o", file, f"127.0.0.1:{port}"])
        trips = json.loads(file.read_text(encoding="utf-8"))["round_trips"]
        return [trip["delay"]["rtt"] for trip in trips if trip["lost"] == "false"]
    return ping


def sockperf(bench, port):
    file = bench.scratch / "sockperf.csv"

    def ping(count, pause):
        pace = [f"--mps={round(1 / pause)}", "-t", max(1, round(count * pause))] if pause else ["-t", 2]
        output(["sockperf", "ping-pong", "-i", "127.0.0.1", "-p", port, "-m", PAYLOAD_BYTES, "--full-rtt", "--full-log", file, *pace])
        with file.open(encoding="utf-8") as lines:
            rows = [row for row in csv.reader(lines) if row and row[0].isdigit()]
        return [round(float(row[3]) * 1000) for row in rows][:count]
    return ping


def fping(count, pause):
    """ICMP; every millisecond at the fastest."""
    text = output(["fping", "-q", "-C", count, "-i", 1, "-p", round(pause * 1000) or 1, "-b", PAYLOAD_BYTES - 8, "127.0.0.1"])
    return [round(float(word) * 1e6) for word in text.split(":")[1].split() if word != "-"]


def ping(count, pause):
    """ICMP; the kernel stamps what comes in, so that waking up costs nothing."""
    pace = ["-i", pause] if pause else ["-A"]
    text = output(["ping", "-n", "-c", count, "-s", PAYLOAD_BYTES - 8, *pace, "127.0.0.1"])
    return [round(float(millis) * 1e6) for millis in re.findall(r"time=([\d.]+) ms", text)]


def numbers(text):
    return [int(line) for line in text.split()]


def servers(bench, stack):
    """irtt's and sockperf's own servers, where they are installed; how to ping each."""
    found = {}
    if shutil.which("irtt"):
        port = free_port()
        stack.enter_context(bench.running(["irtt", "server", "-b", f"127.0.0.1:{port}", "-i", 0]))
        found["irtt"] = irtt(bench, port)
    if shutil.which("sockperf"):
        port = free_port()
        stack.enter_context(bench.running(["sockperf", "server", "-i", "127.0.0.1", "-p", port]))
        found["sockperf"] = sockperf(bench, port)
    return found


def icmp():
    return {name: client for name, client in (("fping", fping), ("ping", ping)) if shutil.which(name)}
