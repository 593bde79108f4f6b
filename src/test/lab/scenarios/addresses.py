"""Machines with more than one address, and clients whose address changes."""
import judging
from home import FRIEND, OUTSIDE, PORT, Home
from processes import need


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


def client_port_changes(lab):
    """The router in front of the client forgets it in mid-run and has it leave from another port; the verdicts stay right."""
    home = Home(lab)
    home.leave_from(41000, 41999)
    # Where nothing is lost there is nothing to ask the server before the end.
    server = home.friend.serve(PORT, "--loss", 30)
    ping = home.laptop.begin("ping", "ping", FRIEND, PORT, "--count", 80, "--interval", "100ms", "--timeout", "2s")
    ping.wait("seen-as")
    home.leave_from(42000, 42999)
    ping.ends()
    server.stop()
    ports = [int(each["from"].rsplit(":", 1)[1]) for each in server.events() if "from" in each]
    need({port // 1000 for port in ports} == {41, 42}, f"the server saw the ports {sorted(set(ports))}")
    seen = [each["endpoint"] for each in ping.events("seen-as")]
    need(seen == [f"{OUTSIDE}:{ports[0]}", f"{OUTSIDE}:{ports[-1]}"], f"told to be seen as {seen}, the server saw the ports {ports[0]} and {ports[-1]}")
    verdicts = judging.told(ping)
    judging.same(verdicts, judging.by_record(ping.fates(), server.record()), "the server")
    return f"{judging.tally(verdicts)} of 80 as the server recorded them, seen as {seen[0]}, then {seen[1]}"
