"""Machines with more than one address, and clients whose address changes."""
import judging
from home import FRIEND, LONGEST_PING, OUTSIDE, PORT, Home
from processes import need

ANOTHER = "203.0.114.9"


def two_lan_addresses(lab):
    """A server in two networks, with two addresses in one of them, answers from the address that was asked."""
    laptop, desk, server = lab.machine("laptop"), lab.machine("desk"), lab.machine("server")
    first, second = lab.lan("first"), lab.lan("second")
    first.plug(server, "10.77.1.2/24", "10.77.1.3/24")
    second.plug(server, "10.77.2.2/24")
    first.plug(laptop, "10.77.1.10/24", via="10.77.1.2")
    second.plug(desk, "10.77.2.10/24")
    serve = server.serve(PORT)
    asked = [(laptop, "10.77.1.2"), (laptop, "10.77.1.3"), (desk, "10.77.2.2"), (laptop, "10.77.2.2")]
    for number, (machine, address) in enumerate(asked):
        ping = machine.ping(address, PORT, "--count", 5, "--pause", 0, name=f"ping{number}")
        replies = ping.events("reply", **{"from": f"{address}:{PORT}"})
        need(len(replies) == 5, f"{len(replies)} of 5 replies come from {address}")
    serve.stop()
    return f"5 of 5 answered, from the address that was asked, for each of {', '.join(address for _, address in asked)}"


def every_own_address(lab):
    """The own name means 127.0.1.1 on Debian: that and all of 127.0.0.0/8 leads to the server, and an address that is added later at once."""
    laptop, server, lan = lab.machine("laptop"), lab.machine("server"), lab.lan("lan")
    card = lan.plug(server, "10.77.1.2/24")
    lan.plug(laptop, "10.77.1.10/24")
    serve = server.serve(PORT)
    ping = server.ping("server", PORT, "--count", 3, "--pause", 0, name="ping-name")
    replies = ping.events("reply", **{"from": f"127.0.1.1:{PORT}"})
    need(len(replies) == 3, f"{len(replies)} of 3 replies come from the own name")
    asked = [(server, "127.44.55.66"), (server, "127.255.255.254"), (laptop, "10.77.1.77"), (server, "10.77.1.77")]
    for number, (machine, address) in enumerate(asked):
        if machine is laptop:
            server.ip("addr", "add", f"{address}/24", "brd", "+", "dev", card)
        ping = machine.ping(address, PORT, "--count", 3, "--pause", 0, name=f"ping{number}")
        replies = ping.events("reply", **{"from": f"{address}:{PORT}"})
        need(len(replies) == 3, f"{len(replies)} of 3 replies come from {address}")
    serve.stop()
    return f"3 of 3 answered, from the address that was asked, for the own name and each of {', '.join(address for _, address in asked)}"


def client_port_changes(lab):
    """The router in front of the client forgets it in mid-run and has it leave from another port; the verdicts stay right."""
    home = Home(lab)
    home.leave_from(41000, 41999)
    # Where nothing is lost there is nothing to ask the server before the end.
    server = home.friend.serve(PORT, "--loss", 30)
    # At a fixed rate only a server that is known to be of this program, as by its invitation, is asked before the end.
    invitation = f"server {FRIEND} port {PORT}"
    ping = home.laptop.begin("ping", "ping", invitation, "--count", 120, "--interval", "100ms", "--timeout", "3s")
    ping.wait("seen-as")
    home.leave_from(42000, 42999)
    ping.ends()
    server.stop()
    ports = [int(each["from"].rsplit(":", 1)[1]) for each in server.events() if "from" in each]
    need({port // 1000 for port in ports} == {41, 42}, f"the server saw the ports {sorted(set(ports))}")
    seen = [each["endpoint"] for each in ping.events("seen-as")]
    # As long as nothing was answered each ping that leaves while another is under way has a port of its own.
    before = [port for port in ports if port < 42000][-1]
    need(seen == [f"{OUTSIDE}:{before}", f"{OUTSIDE}:{ports[-1]}"], f"told to be seen as {seen}, the server saw the ports {before} and {ports[-1]}")
    verdicts = judging.told(ping)
    judging.same(verdicts, judging.by_record(ping.fates(), server.record()), "the server")
    return f"{judging.tally(verdicts)} of 120 as the server recorded them, seen as {seen[0]}, then {seen[1]}"


def client_address_changes(lab):
    """The router gets another outside address before the client has asked anything: what was lost under the first is not said to be lost there."""
    home = Home(lab)
    home.router.ip("addr", "add", f"{ANOTHER}/32", "dev", "wan")
    home.leave_from(41000, 41999)
    server = home.friend.serve(PORT, "--loss", 50)
    ping = home.laptop.begin("ping", "ping", FRIEND, PORT, "--count", 240, "--interval", "50ms", "--timeout", "1s")
    ping.wait("sent", at_least=10)
    home.outside = ANOTHER
    home.leave_from(42000, 42999)
    ping.ends()
    server.stop()
    addresses = [each["from"].rsplit(":", 1)[0] for each in server.events() if "from" in each]
    need(set(addresses) == {OUTSIDE, ANOTHER}, f"the server saw {sorted(set(addresses))}")
    truth, verdicts = judging.by_record(ping.fates(), server.record()), ping.verdicts()
    judging.same(verdicts, {seq: truth[seq] for seq in verdicts}, "the server")
    later = [seq for seq in truth if seq > addresses.count(OUTSIDE) + 40]
    missing = [seq for seq in later if seq not in verdicts]
    need(not missing, f"no verdict for the pings {missing} long after the change")
    return f"{judging.tally(verdicts)} of 240 as the server recorded them, {addresses.count(OUTSIDE)} of them under the first address; the others not judged"


def lost_there_from_behind_a_nat(lab):
    """The client's own router loses pings on the way there and hides its address: each is judged, also the first, which left by a port of its own."""
    home = Home(lab)
    # Never so many at the beginning that the first port is closed before the server is known; and of a question not all tries.
    home.rule("losses", f"udp dport {PORT} udp length <= {LONGEST_PING} numgen inc mod 3 == 0 drop")
    home.rule("losses", f"udp dport {PORT} udp length > {LONGEST_PING} numgen inc mod 3 == 0 drop")
    server = home.friend.serve(PORT, "--loss", 20)
    ping = home.laptop.ping(FRIEND, PORT, "--count", 60, "--pause", 0, "--timeout", "500ms")
    server.stop()
    verdicts = judging.told(ping)
    judging.same(verdicts, judging.by_record(ping.fates(), server.record()), "the server")
    need(verdicts[1] == "there" and "server" in verdicts.values(), f"the first was lost {verdicts[1]}; verdicts {judging.tally(verdicts)}")
    return f"verdicts of 60 pings as the server recorded them: {judging.tally(verdicts)}"
