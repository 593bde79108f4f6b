"""Shared by the parts: the run with its two files, processes, C peers, and figures in words."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import socket
import statistics
import subprocess
import time

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
JAR = ROOT / "target/udp-ping-monitor.jar"
PAYLOAD_BYTES = 64
PLACED = []  # the words before a command that keep it on some processors
TICKS = os.sysconf("SC_CLK_TCK")


class Bench:
    """One run of the benchmarks: how it was asked for, and where its results go."""

    def __init__(self, folder, java, quick, soak_minutes):
        self.java, self.quick, self.soak_minutes = java, quick, soak_minutes
        self.package = ""
        self.scratch = folder / "scratch"
        shutil.rmtree(self.scratch, ignore_errors=True)
        self.scratch.mkdir(parents=True)
        stamp = time.strftime("%Y-%m-%d-%H%M%S", time.gmtime())
        self.result, self.numbers = folder / f"result-{stamp}.md", folder / f"numbers-{stamp}.jsonl"
        self.said = self.result.open("w", encoding="utf-8")
        self.kept = self.numbers.open("w", encoding="utf-8")
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("XDG_", "LC_", "LANG"))}
        # Without a desktop's settings, which the file dialog would look for and complain of.
        self.environment = {**environment, "LC_ALL": "C.UTF-8", "HOME": str(self.scratch), "GSETTINGS_BACKEND": "memory"}

    def say(self, text=""):
        print(text, flush=True)
        print(text, file=self.said, flush=True)

    def keep(self, part, **numbers):
        """The raw numbers, an object a line."""
        print(json.dumps({"part": part, "at": time.time(), **numbers}), file=self.kept, flush=True)

    def table(self, *titles):
        self.say()
        self.row(*titles)
        self.row(*["---"] * len(titles))

    def row(self, *cells):
        self.say("| " + " | ".join(str(cell) for cell in cells) + " |")

    def pick(self, full, quick):
        return quick if self.quick else full

    def program(self, *arguments):
        return [self.java, "-jar", str(JAR), *map(str, arguments)]

    def jcmd(self, pid, command):
        """Asks a running Java program, with the tool beside the java that runs it."""
        return output([pathlib.Path(shutil.which(self.java)).resolve().with_name("jcmd"), pid, command])

    def live_heap_mib(self, pid):
        """What a Java program holds: its live objects, after the full garbage collection that counting them begins with."""
        return int(re.search(r"^Total\s+\d+\s+(\d+)", self.jcmd(pid, "GC.class_histogram"), re.MULTILINE).group(1)) / 2**20

    def peer(self, name):
        """One of the C programs beside this file, compiled."""
        binary = self.scratch / name
        if not binary.exists():
            output(["gcc", "-O2", "-Wall", "-Wextra", "-Werror", "-o", binary, HERE / f"peers/{name}.c"])
        return str(binary)

    @contextlib.contextmanager
    def running(self, command, **more):
        """A process for as long as the context; what it says goes nowhere unless asked for."""
        with subprocess.Popen(words(command), env=self.environment, **{"stdout": subprocess.DEVNULL, **more}) as process:
            try:
                yield process
            finally:
                process.terminate()
                with contextlib.suppress(subprocess.TimeoutExpired):
                    process.wait(20)
                process.kill()

    @contextlib.contextmanager
    def serving(self, name, *arguments):
        """A C server; gives its port, and its process."""
        with self.running([self.peer(name), *arguments], stdout=subprocess.PIPE, text=True) as process:
            yield int(process.stdout.readline()), process

    @contextlib.contextmanager
    def our_server(self, *options, stdout=subprocess.DEVNULL):
        """Our serve command, once it answers; its limits are off."""
        port = free_port()
        with self.running(self.program("serve", port, "--limit", "off", *options), stdout=stdout) as process:
            await_answer(port)
            yield port, process


@contextlib.contextmanager
def processors(chosen):
    """Whatever is started meanwhile stays on these, unlike ourselves; on any when none are chosen."""
    before = PLACED[:]
    PLACED[:] = ["taskset", "-c", ",".join(map(str, chosen))] if chosen else []
    try:
        yield
    finally:
        PLACED[:] = before


def words(command):
    return [*PLACED, *map(str, command)]


def output(command, timeout=600, **more):
    done = subprocess.run(words(command), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=timeout, check=False, **more)
    if done.returncode != 0:
        raise SystemExit(f"{' '.join(map(str, command))}: exit {done.returncode}\n{done.stdout}")
    return done.stdout


def free_port():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def await_answer(port, seconds=30):
    """Until the port answers a lab's ping; a server that drops some is asked again."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.settimeout(0.3)
        deadline = time.monotonic() + seconds
        for number in range(1, 1000):
            try:
                probe.sendto(f"Ping {number} {time.time():.6f}".encode(), ("127.0.0.1", port))
                return probe.recv(2048)
            except OSError:
                if time.monotonic() > deadline:
                    raise SystemExit(f"nothing answers at port {port}") from None
                time.sleep(0.05)
    return b""


def pinged(port):
    """Whether some program has a socket connected to a port, as our program's runs have from beginning to end."""
    tables = (pathlib.Path(f"/proc/net/{table}").read_text(encoding="utf-8").splitlines()[1:] for table in ("udp", "udp6"))
    return any(line.split()[2].endswith(f":{port:04X}") for table in tables for line in table)


def status(pid):
    """Of a process: resident memory and threads, open files, and processor seconds so far."""
    text = pathlib.Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    return {
        "resident_mib": int(re.search(r"VmRSS:\s+(\d+)", text).group(1)) / 1024,
        "threads": int(re.search(r"Threads:\s+(\d+)", text).group(1)),
        "files": len(os.listdir(f"/proc/{pid}/fd")),
        "cpu_seconds": (int(fields[11]) + int(fields[12])) / TICKS,
    }


def median(values):
    return statistics.median(values)


def percentile(values, share):
    """Nearest rank."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]


def micros(values):
    """Median and quartiles of nanoseconds, in microseconds."""
    low, middle, high = statistics.quantiles(values, n=4, method="inclusive") if len(values) > 1 else values * 3
    return f"{middle / 1000:.1f} ({low / 1000:.1f} to {high / 1000:.1f})"


def spread(values, digits=2):
    """Median, least and most."""
    return f"{median(values):.{digits}f} ({min(values):.{digits}f} to {max(values):.{digits}f})"


def judged(value, goal, digits=2, at_least=False):
    """A goal beside the word for whether a figure, rounded as shown, reaches it."""
    met = round(value, digits) >= goal if at_least else round(value, digits) <= goal
    return f"{'≥' if at_least else '≤'} {goal} {'met' if met else '**missed**'}"
