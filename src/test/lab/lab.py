"""What a scenario makes for itself: machines (network namespaces), the networks between them, and a folder; all of it goes when the
scenario ends, however it ends."""
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import tempfile

from processes import PATIENCE, Failure, Process, Program

PREFIX = "pinglab-"
DIRECT = "direct"  # a way out without a router: everybody outside is on the same wire
ROOT = pathlib.Path(__file__).resolve().parents[3]
PEERS = ROOT / "src/test/resources/peers"


class Lab:
    """Names begin with the id of this process, so that scenarios run beside each other and a later run knows whose is left over."""

    def __init__(self, command):
        self.command = command
        self.mark = f"{PREFIX}{os.getpid()}-"
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix=self.mark))
        self.processes = []
        self.windows = []
        self.machines = []
        self.switch = Machine(self, "switch")

    def machine(self, name):
        return Machine(self, name)

    def lan(self, name):
        """A network of its own; machines are plugged into it."""
        return Lan(self, name)

    def program(self, *arguments):
        return [*self.command, *map(str, arguments)]

    def file(self, name, text):
        path = self.scratch / name
        path.write_text(text, encoding="utf-8")
        return path

    def last_words(self):
        """The last lines of everything that ran, for a scenario that failed."""
        said = []
        for process in self.processes:
            lines = "".join(path.read_text(encoding="utf-8", errors="replace") for path in (process.out, process.err)).splitlines()
            said += [f"    {process.name} (exit {process.popen.poll()}): {line[:300]}" for line in lines[-3:]]
        return "\n".join(said)

    def pictures(self, scenario):
        """Where the windows of a scenario that failed are to be seen, as they are now."""
        seen = []
        for window in self.windows:
            with contextlib.suppress(Failure, OSError, subprocess.SubprocessError):
                seen.append(f"    {window.machine.name}: see {window.shot(f'failed-{scenario}-{window.machine.name}')}")
        return "\n".join(seen)

    def keep(self, folder):
        """All that was said, for whoever wants to know why it failed."""
        folder.mkdir(parents=True, exist_ok=True)
        for process in self.processes:
            for path in (process.out, process.err):
                shutil.copy(path, folder)

    def close(self):
        # What one step meets keeps none of the others from being made.
        for process in reversed(self.processes):
            with contextlib.suppress(OSError, subprocess.SubprocessError):
                process.end()
        for machine in self.machines:
            with contextlib.suppress(OSError, subprocess.SubprocessError):
                remove(machine.netns)
        shutil.rmtree(self.scratch, ignore_errors=True)


class Machine:
    """A machine with a name, an own network and an own list of names."""

    def __init__(self, lab, name):
        self.lab, self.name, self.netns = lab, name, lab.mark + name
        self.cards = 0
        lab.machines.append(self)
        command("ip", "netns", "add", self.netns)
        hosts = lab.file(f"{name}.hosts", f"127.0.0.1 localhost\n127.0.1.1 {name}\n::1 localhost\n")
        # Only for what is started in it: its name, and its own /etc/hosts.
        settle = 'hostname "$0" && mount --bind "$1" /etc/hosts && shift && exec "$@"'
        self.inside = ["ip", "netns", "exec", self.netns, "unshare", "--uts", "sh", "-c", settle, name, str(hosts)]
        # Addresses of IPv6 can be used at once, without a second in which they are tried.
        self.set("net/ipv6/conf/default/accept_dad", 0)
        self.ip("link", "set", "lo", "up")

    def ip(self, *words):
        return command("ip", "-n", self.netns, *words)

    def run(self, *words, **more):
        """A command to its end; gives what it printed."""
        return command("ip", "netns", "exec", self.netns, *words, **more)

    def set(self, key, value):
        self.run("sh", "-c", 'echo "$1" >"/proc/sys/$0"', key, str(value))

    def start(self, name, *words, kind=Process, **environment):
        """A command that runs until it is ended, or until the scenario is over."""
        return kind(self.lab, f"{self.name}.{name}", [*self.inside, *map(str, words)], environment)

    def begin(self, name, *arguments):
        """Our program, which prints an object a line."""
        return self.start(name, *self.lab.program(*arguments, "--json"), kind=Program)

    def serve(self, port, *arguments, name="serve"):
        """Our server, once it listens; without loss unless asked for."""
        lossless = [] if "--loss" in arguments else ["--loss", 0]
        server = self.begin(name, "serve", port, *lossless, "--seed", 7, *arguments)
        server.wait("listening")
        return server

    def ping(self, *arguments, exits=0, name="ping"):
        """Our ping, to its end; unless told otherwise it waits for a reply as long as a machine may stand still."""
        patient = [] if "--timeout" in arguments else ["--timeout", "20s"]
        ping = self.begin(name, "ping", *arguments, *patient)
        ping.ends(exits, 2 * PATIENCE)
        return ping

    def nft(self, text):
        return self.run("nft", "-f", "-", input=text)

    def counters(self):
        """Name to packets of every named counter."""
        listed = json.loads(self.run("nft", "-j", "list", "counters"))["nftables"]
        return {each["counter"]["name"]: each["counter"]["packets"] for each in listed if "counter" in each}


class Lan:
    """A switch with as many sockets as are needed."""

    def __init__(self, lab, name):
        self.lab, self.name = lab, name
        self.lab.switch.ip("link", "add", name, "type", "bridge", "mcast_snooping", "0")
        self.lab.switch.ip("link", "set", name, "up")

    def plug(self, machine, *addresses, card="", via=""):
        """Gives a machine a card in this network, with addresses such as 10.77.1.2/24, and the way out of it if there is one."""
        card = card or f"eth{machine.cards}"
        machine.cards += 1
        socket = f"{machine.name[:10]}.{card}"
        self.lab.switch.ip("link", "add", socket, "type", "veth", "peer", "name", card, "netns", machine.netns)
        self.lab.switch.ip("link", "set", socket, "master", self.name, "up")
        for address in addresses:
            machine.ip("addr", "add", address, *([] if address.endswith("/32") else ["brd", "+"]), "dev", card)
        machine.ip("link", "set", card, "up")
        if via:
            machine.ip("route", "add", "default", *(["dev", card] if via == DIRECT else ["via", via]))
        return card


def command(*words, seconds=PATIENCE, **more):
    done = subprocess.run(list(map(str, words)), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=seconds, check=False,
                          **({} if "input" in more else {"stdin": subprocess.DEVNULL}), **more)
    if done.returncode != 0:
        raise Failure(f"{' '.join(map(str, words))}: exit {done.returncode}: {done.stdout.strip()}")
    return done.stdout


def remove(netns):
    """Takes a namespace away, and what still runs in it."""
    pids = subprocess.run(["ip", "netns", "pids", netns], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False).stdout.split()
    for pid in map(int, pids):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    subprocess.run(["ip", "netns", "del", netns], stderr=subprocess.DEVNULL, timeout=PATIENCE, check=False)


def sweep():
    """Removes what killed runs have left: what carries the id of a process that is gone, or is no scenario."""
    names = [line.split()[0] for line in command("ip", "netns", "list").splitlines() if line.startswith(PREFIX)]
    for netns in filter(left_over, names):
        remove(netns)
    for folder in pathlib.Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        if left_over(folder.name):
            shutil.rmtree(folder, ignore_errors=True)


def left_over(name):
    pid = re.match(rf"{PREFIX}(\d+)-", name)
    try:
        return bool(pid) and b"lab/run" not in pathlib.Path(f"/proc/{pid.group(1)}/cmdline").read_bytes()
    except OSError:
        return True
