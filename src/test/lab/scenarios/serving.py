"""Pings that the server itself does not answer, and a server that is none of ours."""
import judging
from home import PORT
from lab import PEERS
from processes import need, until

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
    ping = laptop.ping(ADDRESS, PORT, "--count", 60, "--interval", "50ms", "--timeout", "5s")
    server.stop()
    verdicts = judging.told(ping)
    judging.same(verdicts, judging.by_record(ping.fates(), server.record()), "the server")
    need(set(verdicts.values()) == {"answered", where}, f"verdicts {judging.tally(verdicts)}")
    return f"{' '.join(map(str, options))}: verdicts of 60 pings as the server recorded them: {judging.tally(verdicts)}"


def invited(lab):
    """The server's invitation, as it is passed on, is all that the other laptop needs."""
    laptop, machine = two(lab)
    server = machine.serve(PORT)
    invitation = server.wait("invitation")
    need((invitation["address"], invitation["port"]) == (ADDRESS, PORT), f"it invites to {invitation}")
    for form in ("text", "uri"):
        ping = laptop.ping(invitation[form], "--count", 3, "--pause", 0, name=form)
        need(ping.summary()["received"] == 3, f"{ping.summary()['received']} of 3 replies to {invitation[form]!r}")
    server.stop()
    return f"pinged as {invitation['text']!r} and as {invitation['uri']!r}: 3 of 3 each"


def server_restarted(lab):
    """A server that is started anew in mid-run does not know what the old one did: no verdict is false for that."""
    laptop, machine = two(lab)
    server = machine.serve(PORT, "--loss", 40)
    # At a fixed rate only a server that is known to be of this program, as by its invitation, is asked before the end.
    invitation = f"server {ADDRESS} port {PORT}"
    ping = laptop.begin("ping", "ping", invitation, "--continuous", "--interval", "50ms", "--timeout", "500ms")
    ping.wait("sent", at_least=20)
    server.stop()
    later = machine.serve(PORT, "--loss", 40, name="serve-later")
    # It goes on for as long as the later one takes to start, and has something to say.
    later.wait("dropped", at_least=20)
    ping.wait("verdict", where="server")
    ping.stop()
    later.stop()
    truth, verdicts = judging.by_record(ping.fates(), server.record() | later.record()), ping.verdicts()
    judging.same(verdicts, {seq: truth[seq] for seq in verdicts}, "the servers")
    need("server" in verdicts.values(), "no ping is said to be dropped by the server")
    return f"{judging.tally(verdicts)} of {len(truth)}, all as the two servers recorded them, the others not judged"


def python_lab_server(lab):
    """The book's server: no verdict, at most some datagrams more than pings, and neither side stumbles."""
    laptop, machine = two(lab)
    server = machine.start("server", "python3", PEERS / "lab_server.py", "--port", PORT, "--seed", 3)
    server.says("listening")
    ping = laptop.ping(ADDRESS, PORT, "--count", 40, "--pause", 0, "--timeout", "1s")
    # It says what it did after it has answered.
    until(lambda: len(lab_servers_pings(server)) == 40, lambda: f"the lab server had the pings {sorted(lab_servers_pings(server))}")
    need(not server.over(), "the lab server stumbled")
    need(not ping.verdicts(), f"verdicts: {judging.tally(ping.verdicts())}")
    need(not ping.events("foreign"), "the pings take the lab server's replies for foreign ones")
    fates, mine = ping.fates(), lab_servers_pings(server)
    need(len(fates) == 40 and sorted(mine) == sorted(fates), f"the lab server had the pings {sorted(mine)}")
    for seq, fate in fates.items():
        need((mine[seq] == "replied") == (fate in ("reply", "late")), f"ping {seq}: {fate}, and the lab server {mine[seq]}")
    summary = ping.summary()
    need(summary["sent"] == 40, f"{summary['sent']} sent")
    more = len(server.said().splitlines()) - 1 - 40
    need(more <= 8, f"{more} datagrams beside the pings")
    return f"40 pings, {summary['received']} answered as it says itself, no verdict, {more} datagrams beside them"


def lab_servers_pings(server):
    """Number of the ping to what the lab server says it did with it."""
    lines = [line.split(" ", 1) for line in server.said().rpartition("\n")[0].splitlines()[1:]]
    return {number: done for done, text in lines for number in judging.numbers([text]).values()}


def late_server(lab):
    """A server that takes longer than the time-out: every reply comes late."""
    laptop, machine = two(lab)
    server = machine.serve(PORT, "--delay", "600ms")
    ping = laptop.ping(ADDRESS, PORT, "--count", 40, "--interval", "100ms", "--timeout", "400ms", exits=1)
    server.stop()
    # The run ends one time-out after its last ping: the last replies are not waited for.
    late = len(ping.events("late"))
    need(late >= 2 and ping.summary()["received"] == 0, f"{late} of 40 replies are late")
    need(ping.causes()[:1] == ["only-late"], f"the diagnosis is {ping.causes()}")
    return f"{late} of 40 replies late, diagnosis only-late"


def answers_from_another_address(lab):
    """The book's server on a machine with two addresses answers from the one that was not asked, as the system has it."""
    laptop, machine = two(lab, "10.77.1.3/24")
    server = machine.start("server", "python3", PEERS / "lab_server.py", "--port", PORT, "--loss", 0)
    server.says("listening")
    ping = laptop.ping("10.77.1.3", PORT, "--count", 3, "--timeout", "2s", "--pause", 0, exits=1)
    need(ping.causes()[:1] == ["other-source"], f"the diagnosis is {ping.causes()}")
    return "10.77.1.3 asked, 10.77.1.2 answers: diagnosis other-source"


def two(lab, *more):
    laptop, machine = lab.machine("laptop"), lab.machine("server")
    lan = lab.lan("lan")
    lan.plug(laptop, "10.77.1.10/24")
    lan.plug(machine, f"{ADDRESS}/24", *more)
    return laptop, machine
