"""Checks of the program on Windows against the same program on Linux, and against small peers; started by network, beside this file.

Windows has 10.7.0.1, fd07::1 and fd07::a at one end of a cable, Linux 10.7.0.2 and fd07::2 at the other.
"""
import concurrent.futures
import contextlib
import ctypes
import json
import os
import re
import signal
import socket
import statistics
import struct
import subprocess
import sys
import threading
import time

SCRATCH, WINDOWS, LINUX, LAUNCHER = sys.argv[1:5]
JAVA = sys.argv[5:]
PATIENCE = 60  # how long anything may take on a busy machine; whoever waits goes on as soon as it is there
PORT = 12000
SAME_FATES = 40
LATE_SECONDS = 3
HERE, THERE = "10.7.0.1", "10.7.0.2"
FEW, MOST_MICROS = 40, 3000  # pings that pacing is not judged by; a median error that only a fault makes
A_PING = re.compile(r"Ping \d+ \d+\.\d{6}\s*")  # a question about lost pings has more decimals
TIMESTAMPNS = 35  # SO_TIMESTAMPNS: the kernel's stamp of a datagram
LIBC = ctypes.CDLL(None, use_errno=True)


class Failure(Exception):
    """What was seen is not what should have been seen."""


def need(holds, what):
    if not holds:
        raise Failure(what)


def until(condition, what):
    deadline = time.monotonic() + PATIENCE
    while True:
        last = time.monotonic() >= deadline  # before the condition is looked at, which so has a last chance
        given = condition()
        if given:
            return given
        need(not last, f"{what() if callable(what) else what}, for {PATIENCE} s")
        time.sleep(0.02)


class Program:
    """The program in the background, with one object for each line of --json."""

    def __init__(self, network, *arguments):
        command = [LAUNCHER] if network == WINDOWS else JAVA
        self.name = f"{'Windows' if network == WINDOWS else 'Linux'}: {' '.join(map(str, arguments))}"
        self.events, self.other = [], []
        # Ctrl+C is not to be ignored, as it is by what a shell started in the background.
        self.popen = subprocess.Popen(
            ["ip", "netns", "exec", network, "env", "--default-signal=INT", *command, *map(str, arguments), "--json"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            env={**os.environ, "HOME": SCRATCH, "LC_ALL": "C.UTF-8"})
        self.threads = [threading.Thread(target=self.read, args=(stream,), daemon=True) for stream in (self.popen.stdout, self.popen.stderr)]
        for thread in self.threads:
            thread.start()
        RUNNING.append(self)

    def read(self, stream):
        for line in stream:
            text = line.decode("utf-8", "replace").strip()
            if stream is self.popen.stdout and text.startswith("{"):
                self.events.append(json.loads(text))
            else:
                self.other.append(text)

    def of(self, *kinds):
        return [event for event in list(self.events) if event["event"] in kinds]

    def await_event(self, kind, count=1):
        def seen():
            need(self.popen.poll() is None or len(self.of(kind)) >= count, f"{self.name} ended without {count} times {kind}: {self.other}")
            return len(self.of(kind)) >= count
        until(seen, f"{self.name} does not say {kind} {count} times")
        return self.of(kind)[-1]

    def ends(self, code=0):
        until(lambda: self.popen.poll() is not None, f"{self.name} does not end")
        for thread in self.threads:
            thread.join(PATIENCE)
        need(self.popen.returncode == code, f"{self.name} ends with {self.popen.returncode} instead of {code}: {self.other}")
        need(code == 2 or not self.other, f"{self.name} says {self.other}")
        return self

    def stop(self):
        """Ctrl+C."""
        self.popen.send_signal(signal.SIGINT)
        return self.ends()

    def summary(self):
        return self.of("summary")[-1]


BEGAN = time.monotonic()
RUNNING = []


@contextlib.contextmanager
def inside(network):
    """This thread is there meanwhile; sockets that it opens stay there."""
    with open("/proc/thread-self/ns/net", encoding="ascii") as before, open(f"/run/netns/{network}", encoding="ascii") as there:
        enter(there)
        try:
            yield
        finally:
            enter(before)


def enter(file):
    if LIBC.setns(file.fileno(), 0x40000000):  # CLONE_NEWNET
        raise OSError(ctypes.get_errno(), "setns")


def udp(network, address, port=0, seconds=0.5):
    family, _, _, _, where = socket.getaddrinfo(address, port, type=socket.SOCK_DGRAM, flags=socket.AI_NUMERICHOST)[0]
    with inside(network):
        opened = socket.socket(family, socket.SOCK_DGRAM)
        opened.bind(where)
    opened.settimeout(seconds)
    return opened


def checked(what):
    print(f"  {time.monotonic() - BEGAN:3.0f} s  {what}", flush=True)


def pings(server):
    """What the server did with each ping: number, kind of event, copies."""
    return [(int(event["text"].split()[1]), event["event"], event.get("copies", 1))
            for event in server.of("answered", "dropped", "limited") if A_PING.fullmatch(event["text"])]


def same_fates(windows_serves, linux_serves):
    """The first client of each server; its losses come from the seed, whatever the system."""
    fates = []
    for server, here, address in ((windows_serves, LINUX, HERE), (linux_serves, WINDOWS, THERE)):
        with udp(here, "0.0.0.0") as client:
            for number in range(1, SAME_FATES + 1):
                client.sendto(f"Ping {number} {time.time():.6f}".encode(), (address, PORT))
            until(lambda: len(pings(server)) == SAME_FATES, lambda: f"{server.name} does not get {SAME_FATES} pings: {server.events}")
        fates.append(pings(server))
    need(fates[0] == fates[1], f"the same seed does not repeat the losses: {fates}")
    checked(f"the same seed, the same fates of {SAME_FATES} pings there and here")


def losses(windows_serves, linux_serves):
    """Many pings, several under way, that wait as long as a busy machine may need."""
    options = ("--count", 60, "--interval", "20ms", "--timeout", "4s")
    linux = Program(LINUX, "ping", HERE, PORT, *options)
    windows = Program(WINDOWS, "ping", THERE, PORT, *options)
    of_windows, of_linux = agree(linux.ends(), windows_serves), agree(windows.ends(), linux_serves)
    checked(f"60 pings from Windows: {of_linux}; 60 to Windows: {of_windows}; both sides say the same, with verdicts")


def agree(ping, server):
    """Both sides say the same of all pings; gives how many were dropped and doubled."""
    did = pings(server)[SAME_FATES:]
    dropped = sorted(number for number, kind, _ in did if kind == "dropped")
    copies = sorted(number for number, _, count in did if count == 2)
    told = ping.summary()
    need(told["sent"] == len(did), f"{told['sent']} sent, {len(did)} came")
    need(sorted(event["seq"] for event in ping.of("timeout")) == dropped, f"other losses than {dropped}: {ping.of('timeout')}")
    need(told["received"] == len(did) - len(dropped), f"{told} of {did}")
    need(sorted(event["seq"] for event in ping.of("duplicate")) == copies, f"other copies than {copies}: {ping.of('duplicate')}")
    places = {event["seq"]: event["where"] for event in ping.of("verdict")}
    need(sorted(number for number, where in places.items() if where == "server") == dropped, f"other verdicts than {dropped}: {places}")
    need(told["where"]["server"] == len(dropped) and told["where"]["answered"] == told["received"], f"{told['where']}")
    return f"{len(dropped)} dropped, {len(copies)} doubled"


@contextlib.contextmanager
def multicast_as_on_windows():
    """What Linux sends to the group of multicast DNS also goes to Windows' own address meanwhile.

    There JmDNS has its socket at that address and not at all of them, where Windows brings it what comes to the group, and Wine does not.
    """
    group = ("224.0.0.251", 5353)
    with inside(LINUX):
        hears, sends = (socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in range(2))
        for each, address in ((hears, group), (sends, (THERE, group[1]))):
            each.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            each.bind(address)
        hears.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, socket.inet_aton(group[0]) + socket.inet_aton(THERE))

    def relay():
        while True:
            data, source = hears.recvfrom(9000)
            if source == (THERE, group[1]):
                sends.sendto(data, (HERE, group[1]))
    threading.Thread(target=relay, daemon=True).start()
    yield


def finds(network, name, address):
    """The server of the other is found."""
    finder = Program(network, "find", "--for", "30s")

    def found():
        need(finder.popen.poll() is None, f"{finder.name} does not find {name}: {finder.events}")
        return [event for event in finder.of("found") if event["name"] == name]
    event = until(found, f"{finder.name} does not find {name}")[-1]
    need(address in event["addresses"] and event["port"] == PORT and not event["here"], f"{event}")
    checked(f"{finder.stop().name}: finds {event['name']} at {event['addresses']}")


def lost_on_the_way(serves):
    """A relay before the server loses pings on the way there and replies on the way back; the run says of each where it was lost."""
    there, back = {5, 9, 10}, {7, 12}
    front, behind = udp(LINUX, THERE, 0, PATIENCE), udp(LINUX, THERE, 0, PATIENCE)
    had, clients = len(pings(serves)), []

    def carry(source, lost, onward):
        with contextlib.suppress(OSError):
            while True:
                data, sender = source.recvfrom(65535)
                text = data.decode("ascii", "replace").capitalize()
                if not A_PING.fullmatch(text) or int(text.split()[1]) not in lost:
                    onward(data, sender)

    def forward(data, client):
        clients.append(client)
        behind.sendto(data, (THERE, PORT))
    threading.Thread(target=carry, args=(front, there, forward), daemon=True).start()
    threading.Thread(target=carry, args=(behind, back, lambda data, _: front.sendto(data, clients[-1])), daemon=True).start()
    ping = Program(WINDOWS, "ping", THERE, front.getsockname()[1], "--count", 20, "--pause", "10ms", "--timeout", "1s").ends()
    front.close()
    behind.close()
    expected = {number: "there" for number in there}
    for number, kind, _ in pings(serves)[had:]:
        expected[number] = "server" if kind == "dropped" else "back" if number in back else "answered"
    told = {event["seq"]: event["where"] for event in ping.of("verdict")}
    need(told == expected, f"verdicts {told} instead of {expected}")
    checked(f"where pings were lost: {ping.summary()['where']}")


def zones(listening):
    """A link-local address takes the number of its interface on Windows."""
    own = [address for address in listening["addresses"] if address.startswith("fe80")]
    need(len(own) == 1 and re.fullmatch(r"fe80::[0-9a-f:]+%\d+", own[0]), f"no number of an interface: {listening['addresses']}")
    number = own[0].split("%")[1]
    with inside(LINUX), open("/proc/net/if_inet6", encoding="ascii") as table:
        there = next(line.split()[0] for line in table if line.startswith("fe80"))
    there = socket.inet_ntop(socket.AF_INET6, bytes.fromhex(there))
    by_number = Program(WINDOWS, "ping", f"{there}%{number}", PORT, "--count", 20, "--interval", "20ms", "--timeout", "4s")
    by_name = Program(WINDOWS, "ping", f"{there}%cable", PORT)
    told = by_number.ends()
    need(told.summary()["received"] > 0 and told.of("reply")[0]["from"] == f"[{there}%{number}]:{PORT}", f"{told.events}")
    by_name.ends(2)
    checked(f"{there}%{number}: answered; %cable: {by_name.other + by_name.events}")
    return own[0].split("%")[0]


def addresses(serves, link_local):
    """Each address that is pinged answers, and no other."""
    for address in (HERE, "fd07::1", "fd07::a", f"{link_local}%cable"):
        with udp(LINUX, "::" if ":" in address else "0.0.0.0") as client:
            with inside(LINUX):
                where = socket.getaddrinfo(address, PORT, type=socket.SOCK_DGRAM)[0][4]
            source = answer(client, where)
            need(source[0].split("%")[0] == address.split("%")[0], f"{address} was pinged, {source} answers")
    with udp(WINDOWS, "::") as client:
        need(answer(client, ("::1", PORT))[0] == "::1", "::1 does not answer")
    subprocess.run(["ip", "-n", WINDOWS, "addr", "add", "fd07::b/64", "dev", "cable", "nodad"], check=True)
    until(lambda: "fd07::b" in serves.of("listening")[-1]["addresses"], "no socket for an address that is new")
    with udp(LINUX, "::") as client:
        need(answer(client, ("fd07::b", PORT))[0] == "fd07::b", "fd07::b was pinged, and does not answer")
    checked(f"serve at all addresses, each answers for itself: {', '.join(serves.of('listening')[-1]['addresses'])}")


def answer(client, where, content=None):
    """Pings until there is a reply, since some are dropped; gives where it came from."""
    for number in range(1, 2 * PATIENCE):
        sent = content if content is not None else f"Ping {number} {time.time():.6f}".encode()
        client.sendto(sent, where)
        with contextlib.suppress(TimeoutError):
            while True:
                data, source = client.recvfrom(65535)
                # To another than the latest, on a busy machine.
                if data == sent.upper():
                    return source
    raise Failure(f"no answer from {where} to {len(content or b'a ping')} bytes")


def gone_clients(serves):
    """What comes back of replies to a closed port is no end of the server: Windows tells it at its next receive."""
    had = len(serves.of("answered", "dropped"))
    for _ in range(5):
        with udp(LINUX, "0.0.0.0") as client:
            for number in range(1, 11):
                client.sendto(f"Ping {number} {time.time():.6f}".encode(), (HERE, PORT))
    until(lambda: len(serves.of("answered", "dropped")) >= had + 50, "the server does not hear clients that have gone")
    with udp(LINUX, "0.0.0.0") as client:
        answer(client, (HERE, PORT))
        answer(client, (HERE, PORT), b"x" * 65507)
        answer(client, (HERE, PORT), b"")
        answer(client, (HERE, PORT))
    need(not serves.of("error", "receive-error"), f"{serves.of('error')}")
    checked("clients that were gone before their replies, the largest datagram and an empty one: the server goes on")


def opening_port():
    """Refused on this machine; then a server opens the port, and the run goes on with the same or another socket."""
    ping = Program(WINDOWS, "ping", HERE, PORT, "--continuous", "--pause", "50ms", "--timeout", "500ms")
    ping.await_event("unreachable", 3)
    refused = [event["event"] for event in ping.of("unreachable", "timeout")]
    with udp(WINDOWS, HERE, PORT, PATIENCE) as server:
        for _ in range(5):
            data, client = server.recvfrom(2048)
            server.sendto(data.upper(), client)
        ping.await_event("reply", 3)
        ping.stop()
    need(all(event["what"] == "port" for event in ping.of("unreachable")), f"{ping.of('unreachable')}")
    need(not ping.of("receive-error", "error"), f"{ping.of('receive-error', 'error')}")
    kinds = [finding["kind"] for event in ping.of("diagnosis") for finding in event["findings"]]
    need(not {"server-ended", "server-ended-after-reply", "server-started-silent"} & set(kinds), f"{kinds}")
    checked(f"a closed port: {refused.count('unreachable')} refused, {refused.count('timeout')} silent; then it opens and answers; diagnosis: {kinds}")


def odd_replies():
    """A peer that answers late, twice, and with much more than a ping."""
    peer = udp(LINUX, THERE, 0, PATIENCE)

    def serve():
        with contextlib.suppress(OSError):
            while True:
                data, client = peer.recvfrom(2048)
                number = int(data.split()[1])
                if number == 2:
                    threading.Timer(LATE_SECONDS, peer.sendto, (data.upper(), client)).start()
                elif number == 4:
                    peer.sendto(data.upper().ljust(60000), client)
                elif number != 6:
                    for _ in range(1 + (number == 3)):
                        peer.sendto(data.upper(), client)
    threading.Thread(target=serve, daemon=True).start()
    ping = Program(WINDOWS, "ping", THERE, peer.getsockname()[1], "--count", 6, "--timeout", "2s", "--no-verdicts").ends()
    peer.close()
    told = ping.summary()
    need([event["seq"] for event in ping.of("late")] == [2], f"{ping.of('late')}")
    need(ping.of("late")[0]["rttNanos"] >= LATE_SECONDS * 1e9, f"{ping.of('late')}")
    need([event["seq"] for event in ping.of("duplicate")] == [3], f"{ping.of('duplicate')}")
    need([event["bytes"] for event in ping.of("reply") if event["seq"] == 4] == [60000], f"{ping.of('reply')}")
    need((told["received"], told["late"], told["duplicates"], told["timedOut"]) == (4, 1, 1, 1), f"{told}")
    checked("a late reply, a duplicate, a reply of 60,000 bytes, a lost ping: each told as what it is")


def other_source():
    """Answers from another port reach only the socket that looks again after the run; they are larger than its buffer (error 10040)."""
    peer, other = udp(LINUX, THERE, 0, PATIENCE), udp(LINUX, THERE)

    def serve():
        with contextlib.suppress(OSError):
            while True:
                data, client = peer.recvfrom(2048)
                other.sendto(data.upper().ljust(5000), client)
    threading.Thread(target=serve, daemon=True).start()
    ping = Program(WINDOWS, "ping", THERE, peer.getsockname()[1], "--count", 2, "--timeout", "200ms").ends(1)
    peer.close()
    other.close()
    kinds = [finding["kind"] for event in ping.of("diagnosis") for finding in event["findings"]]
    need("other-source" in kinds, f"{kinds}")
    checked("answers from another port, larger than the buffer: heard after the run, and told")


class Stamps:
    """An echo that notes when the kernel got each ping."""

    def __init__(self, network, address):
        self.socket = udp(network, address, 0, PATIENCE)
        self.socket.setsockopt(socket.SOL_SOCKET, TIMESTAMPNS, 1)
        self.port, self.nanos = self.socket.getsockname()[1], []
        threading.Thread(target=self.serve, daemon=True).start()

    def serve(self):
        with contextlib.suppress(OSError):
            while True:
                data, notes, _, client = self.socket.recvmsg(2048, 64)
                seconds, nanos = struct.unpack("qq", notes[0][2][:16])
                self.nanos.append(seconds * 10**9 + nanos)
                self.socket.sendto(data.upper(), client)

    def errors(self, rate):
        """How far each ping is from its slot, in nanoseconds; the schedule is the one that fits best. And the slots without one."""
        interval, first = 1e9 / rate, self.nanos[0]
        phase = statistics.median((stamp - first + interval / 2) % interval - interval / 2 for stamp in self.nanos)
        slots = [round((stamp - first - phase) / interval) for stamp in self.nanos]
        errors = [stamp - first - phase - slot * interval for stamp, slot in zip(self.nanos, slots)]
        return errors, slots[-1] - slots[0] + 1 - len(set(slots))


def pace(rates):
    """Pings at these rates from Windows and from Linux, each pair right after the other; slow ones beside each other."""
    slow, fast = [rate for rate in rates if rate[0] < 100], [rate for rate in rates if rate[0] >= 100]
    runs = [(network, rate, *paced(network, rate, count)) for rate, count in slow for network in (WINDOWS, LINUX)]
    figures = {(network, rate): figure(ping.ends(), stamps, rate) for network, rate, ping, stamps in runs}
    for rate, count in fast:
        for network in (WINDOWS, LINUX):
            ping, stamps = paced(network, rate, count)
            figures[network, rate] = figure(ping.ends(), stamps, rate)
    print("  pings a second | system | median error, µs | 90 % within, µs | most, µs | slots missed, as told")
    for rate, _ in rates:
        for network, name in ((WINDOWS, "Windows"), (LINUX, "Linux")):
            print(f"  {rate:14} | {name:7} |" + " |".join(f" {value:,.0f}" for value in figures[network, rate]))
    for rate, count in rates:
        windows, linux = figures[WINDOWS, rate][0], figures[LINUX, rate][0]
        # A few say little of a busy machine.
        need(count < FEW or windows < max(MOST_MICROS, 2 * linux), f"at {rate} a second pings leave {windows:.0f} µs from their slots, on Linux {linux:.0f} µs")


def paced(network, rate, count):
    stamps = Stamps(LINUX if network == WINDOWS else WINDOWS, THERE if network == WINDOWS else HERE)
    return Program(network, "ping", THERE if network == WINDOWS else HERE, stamps.port, "--count", count, "--interval", f"{1000 // rate}ms",
                   "--timeout", "3s", "--no-verdicts"), stamps


def figure(ping, stamps, rate):
    stamps.socket.close()
    errors, missed = stamps.errors(rate)
    sizes = sorted(abs(error) / 1e3 for error in errors)
    need(len(sizes) == ping.summary()["sent"], f"{ping.name}: {len(sizes)} pings came of {ping.summary()}")
    return statistics.median(sizes), sizes[len(sizes) * 9 // 10], sizes[-1], missed, ping.summary()["missed"]


def main():
    options = ("--loss", 30, "--duplicates", 20, "--seed", 7, "--limit", "off", "--announce")
    windows = Program(WINDOWS, "serve", PORT, *options, "--name", "Windows ação")
    linux = Program(LINUX, "serve", PORT, *options, "--name", "Linux ação")
    # The cable may be looked at before it is ready.
    for server, address in ((windows, HERE), (linux, THERE)):
        until(lambda: any(address in event["addresses"] for event in server.of("listening")), f"{server.name} does not listen at {address}")
    listening = windows.of("listening")[-1]
    same_fates(windows, linux)
    losses(windows, linux)
    windows.await_event("announced")
    finds(LINUX, "Windows ação", HERE)
    link_local = zones(listening)
    addresses(windows, link_local)
    gone_clients(windows)
    need(windows.stop().summary()["limited"] == 0, f"{windows.summary()}")
    finds(WINDOWS, "Linux ação", THERE)
    # Most of this is waiting.
    with concurrent.futures.ThreadPoolExecutor() as lanes:
        for lane in [lanes.submit(lost_on_the_way, linux), lanes.submit(opening_port), lanes.submit(other_source), lanes.submit(odd_replies)]:
            lane.result()
    linux.stop()
    pace([(1, 4), (10, 40), (100, 300), (1000, 1500)])


try:
    with multicast_as_on_windows():
        main()
except Failure as failure:
    print(f"FAILED: {failure}", file=sys.stderr)
    sys.exit(1)
finally:
    for program in RUNNING:
        if program.popen.poll() is None:
            program.popen.kill()
