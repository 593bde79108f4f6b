"""Pings that the server itself does not answer, and a server that is none of ours."""
import judging
from home import PORT
from lab import PEERS
from processes import need

ADDRESS = "10.77.1.2"


def dropped_by_the_server(lab):
    """What the loss setting drops, and nothing else, is said to be dropped by the server."""
    return recorded(lab, "server", "--loss", 40)


def refused_by_limits(lab):
    """What the limits refuse, and nothing else, is said to be refused by them."""
    return recorded(lab, "limited", "--limit", 5)


def recorded(lab, where, *options):
    laptop, machine = two(lab)
    server = machine.serve(PORT, *options)
    ping = laptop.ping(ADDRESS, PORT, "--count", 60, "--interval", "50ms", "--timeout", "2s")
    server.stop()
    verdicts = judging.told(ping)
    judging.same(verdicts, judging.by_record(ping, server), "the server")
    need(set(verdicts.values()) == {"answered", where}, f"verdicts {judging.tally(verdicts)}")
    return f"{' '.join(map(str, options))}: verdicts of 60 pings as the server recorded them: {judging.tally(verdicts)}"


def python_lab_server(lab):
    """The book's server: no verdict, at most some datagrams more than pings, and neither side stumbles."""
    laptop, machine = two(lab)
    server = machine.start("server", "python3", PEERS / "lab_server.py", "--port", PORT, "--seed", 3)
    server.says("listening")
    ping = laptop.ping(ADDRESS, PORT, "--count", 40, "--pause", 0, "--timeout", "300ms")
    need(not server.over(), "the lab server stumbled")
    need(not ping.verdicts(), f"verdicts: {judging.tally(ping.verdicts())}")
    need(not ping.events("foreign"), "the pings take the lab server's replies for foreign ones")
    had = server.said().splitlines()[1:]
    fates = ping.fates()
    mine = {int(words[2]): words[0] for words in map(str.split, had) if len(words) == 4}
    need(len(fates) == 40 and sorted(mine) == sorted(fates), f"the lab server had the pings {sorted(mine)}")
    for seq, fate in fates.items():
        need((mine[seq] == "replied") == (fate in ("reply", "late")), f"ping {seq}: {fate}, and the lab server {mine[seq]}")
    summary = ping.summary()
    need(summary["sent"] == 40, f"{summary['sent']} sent")
    more = len(had) - 40
    need(more <= 8, f"{more} datagrams beside the pings")
    return f"40 pings, {summary['received']} answered as it says itself, no verdict, {more} datagrams beside them"


def two(lab):
    laptop, machine = lab.machine("laptop"), lab.machine("server")
    lan = lab.lan("lan")
    lan.plug(laptop, "10.77.1.10/24")
    lan.plug(machine, f"{ADDRESS}/24")
    return laptop, machine
