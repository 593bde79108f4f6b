"""Servers that announce themselves in the local network, and who finds them."""
from avahi import KIND, Avahi
from home import PORT
from processes import need, until

LONG = "600s"  # longer than any of it lasts: who looks is stopped
FORGOTTEN = 40  # seconds, for a server that answers no more; half of them for it and the rest for a busy machine
LEAVE = 20  # seconds; whoever ends without taking leave is forgotten much later
SLOW = 120  # seconds, for what the program itself finds out only now and then


def two_laptops(lab):
    """Two laptops with Avahi, as most have it: each serves, finds the other and pings it; Avahi sees ours, and we see Avahi's."""
    lan, laptops, avahis, servers = lab.lan("lan"), [], [], []
    for number, name in enumerate(("anna", "bruno")):
        laptop = lab.machine(name)
        lan.plug(laptop, f"10.77.1.{10 + number}/24")
        laptops.append(laptop)
        avahis.append(Avahi(laptop))
    for laptop in laptops:
        servers.append(laptop.serve(PORT, "--announce"))
    for laptop, server in zip(laptops, servers):
        name = server.wait("announced")["name"]
        need(name == laptop.name, f"{laptop.name} is announced as {name!r}")
    anna, bruno = laptops
    finds = [laptop.begin("find", "find", "--for", LONG) for laptop in laptops]
    for laptop, find, other in ((anna, finds[0], bruno), (bruno, finds[1], anna)):
        found = find.wait("found", name=other.name, here=False)
        ping = laptop.ping(found["addresses"][0], found["port"], "--count", 5, "--pause", 0)
        need(ping.summary()["received"] == 5, f"{ping.summary()['received']} of 5 replies to {laptop.name}")
    for laptop, avahi in zip(laptops, avahis):
        ours = {("anna", "10.77.1.10", PORT), ("bruno", "10.77.1.11", PORT)}
        until(lambda: ours <= avahi.browse(KIND), lambda: f"avahi-browse of {laptop.name} sees {avahi.browse(KIND)}")
    avahis[1].publish("Kurose's desk", KIND, 12345)
    finds[0].wait("found", name="Kurose's desk", port=12345)
    servers[0].stop()
    lost_sight(finds[1], "anna")
    until(lambda: not any(name == "anna" for name, _, _ in avahis[1].browse(KIND)), "Avahi does not see that anna's server stopped", LEAVE)
    for find in finds:
        find.stop()
    servers[1].stop()
    return "each found and pinged the other (5 of 5), avahi-browse saw both, Avahi's service was found, a stopped server was gone"


def killed_server(lab):
    """A server that is killed takes no leave: it is forgotten soon, the one beside it is not, and it is found when it is there again."""
    laptop, lan, machines = lab.machine("laptop"), lab.lan("lan"), [lab.machine(name) for name in ("anna", "bruno")]
    lan.plug(laptop, "10.77.1.9/24")
    for number, machine in enumerate(machines):
        lan.plug(machine, f"10.77.1.{10 + number}/24")
    servers = [machine.serve(PORT, "--announce") for machine in machines]
    find = laptop.begin("find", "find", "--for", LONG)
    for server, machine in zip(servers, machines):
        server.wait("announced")
        find.wait("found", name=machine.name)
    servers[0].crash()
    until(lambda: find.events("gone", name="anna"), "the killed server is still found", FORGOTTEN)
    again = machines[0].serve(PORT, "--announce", name="serve-again")
    again.wait("announced", SLOW, name="anna")
    until(lambda: len(find.events("found", name="anna")) > 1, "the server that was started again is not found", SLOW)
    need(not find.events("gone", name="bruno"), "the server that went on was lost")
    find.stop()
    again.stop()
    servers[1].stop()
    return f"forgotten within {FORGOTTEN} s, the other one kept, and found again"


def asked_in_vain_at_first(lab):
    """The first questions are answered, and the answers are lost, as in a poor Wi-Fi: the server is found all the same."""
    anna, bruno, lan = lab.machine("anna"), lab.machine("bruno"), lab.lan("lan")
    lan.plug(anna, "10.77.1.10/24")
    lan.plug(bruno, "10.77.1.11/24")
    Avahi(anna).publish("Kurose", KIND, PORT)
    anna.nft(MUTE)
    find = bruno.begin("find", "find", "--for", LONG)
    early = bruno.begin("early-find", "find", "--for", "5s")
    early.ends(1)
    need(early.summary()["multicast"] == "works" and not find.events("found"), f"found is {find.events('found')}, at first {early.summary()}")
    anna.nft("delete table inet mute")
    found = find.wait("found", name="Kurose")
    find.stop()
    return f"found at {found['addresses'][0]} although the answers of the first 5 s were lost"


def server_in_two_networks(lab):
    """A server with two cards is found in both networks, with an address that can be pinged there."""
    server, laptops = lab.machine("server"), [lab.machine("anna"), lab.machine("bruno")]
    for number, laptop in enumerate(laptops, start=1):
        lan = lab.lan(f"lan{number}")
        lan.plug(server, f"10.77.{number}.2/24")
        lan.plug(laptop, f"10.77.{number}.10/24")
    serve = server.serve(PORT, "--announce", "--name", "Sala 3, banca da frente")
    finds = [laptop.begin("find", "find", "--for", LONG) for laptop in laptops]
    for number, (laptop, find) in enumerate(zip(laptops, finds), start=1):
        found = find.wait("found", name="Sala 3, banca da frente")
        need(found["addresses"][0] == f"10.77.{number}.2", f"{laptop.name} is given {found['addresses']}")
        laptop.ping(found["addresses"][0], found["port"], "--count", 3, "--pause", 0)
        find.stop()
    serve.stop()
    return "found from both networks, each with its own address first, and pinged there"


def two_cards_in_one_network(lab):
    """A server with cable and Wi-Fi into the same network is one, by its own name, and so is it for a laptop with two."""
    server, laptop, lan = lab.machine("server"), lab.machine("laptop"), lab.lan("lan")
    for machine, number in ((server, 10), (laptop, 20)):
        for card in range(2):
            lan.plug(machine, f"10.77.1.{number + card}/24")
    avahi = Avahi(laptop)
    serve = server.serve(PORT, "--announce")
    finds = [machine.begin("find", "find", "--for", "20s") for machine in (server, laptop)]
    need(serve.wait("announced")["name"] == "server", "it is announced by another name")
    for find in finds:
        find.ends(0)
        seen = {each["name"] for each in find.events("found")}
        need(seen == {"server"} and find.summary()["found"] == 1, f"{find.name} has {seen}, at the end {find.summary()}")
    names = {name for name, _, _ in until(lambda: avahi.browse(KIND), "avahi-browse sees no server")}
    need(names == {"server"}, f"avahi-browse sees {names}")
    laptop.ping(finds[1].events("found")[-1]["addresses"][0], PORT, "--count", 3, "--pause", 0)
    need(len(serve.events("announced")) == 1, f"the announcement changes: {serve.events('announced')}")
    serve.stop()
    return "one server by its own name, for itself, a laptop with two cards and Avahi"


def names_alike(lab):
    """Names that a label of DNS hardly holds, or that two have: everybody, and Avahi, finds each, and none comes and goes."""
    lan, laptop, long = lab.lan("lan"), lab.machine("laptop"), "Sala 12, ao lado da escada, " + 35 * "x"
    lan.plug(laptop, "10.77.1.2/24")
    avahi, servers = Avahi(laptop), []
    for number, name in enumerate((long, long, "Sala 3.1", "Sala 3.1", "\N{TURTLE} Turma."), start=10):
        machine = lab.machine(f"server{number}")
        lan.plug(machine, f"10.77.1.{number}/24")
        servers.append(machine.serve(PORT, "--announce", "--name", name))
    told = {server.wait("announced", SLOW)["name"] for server in servers}
    need(len(told) == 5 and {long, "Sala 3.1", "Turma"} <= told, f"announced are {told}")
    find = laptop.begin("find", "find", "--for", "20s")
    find.ends(0)
    found = sorted(each["name"] for each in find.events("found"))
    need(found == sorted(told) and not find.events("gone"), f"announced are {told}, found is {found}, gone {find.events('gone')}")
    hosts = {f"10.77.1.{number}" for number in range(10, 15)}
    until(lambda: {address for _, address, _ in avahi.browse(KIND)} >= hosts, lambda: f"avahi-browse sees {avahi.browse(KIND)}")
    seen = avahi.browse(KIND)
    need({address for _, address, _ in seen} <= hosts, f"avahi-browse sees {seen}")
    for server in servers:
        server.stop()
    return "two long ones, two with dots and an emoji: each found once by its own name, and by Avahi"


def nobody_to_tell(lab):
    """Without a network it says so, and server and pings work all the same; once there is one, it is told."""
    alone, other, lan = lab.machine("alone"), lab.machine("other"), lab.lan("lan")
    lan.plug(other, "10.77.1.10/24")
    server = untold(alone, "no-network")
    lan.plug(alone, "10.77.1.11/24")
    found_now(alone, server, other)
    return "no network: told, pings answered; announced and found when it came"


def firewall_opened(lab):
    """The same where the machine's own firewall drops what mDNS sends, for so long that whoever tries to say something gives up."""
    mute, other = muted_and_other(lab)
    mute.nft(MUTE)
    server = untold(mute, "blocked", seconds=12)
    mute.nft("delete table inet mute")
    found_now(mute, server, other)
    return "multicast blocked for 12 s: told, pings answered; announced and found when it was opened"


def blocked_while_announced(lab):
    """A firewall that is closed while the server is announced, in silence, then for what it sends, too; and opened again."""
    mute, other = muted_and_other(lab)
    server = mute.serve(PORT, "--announce")
    server.wait("announced", SLOW, name="mute")
    find = other.begin("first-find", "find", "--for", LONG)
    find.wait("found", name="mute")
    mute.nft(DEAF)
    server.wait("not-announced", SLOW, multicast="blocked")
    mute.nft(MUTE)
    need_nothing_found(mute, "blocked", 12)
    mute.nft("delete table inet deaf; delete table inet mute")
    server.wait("announced", SLOW, at_least=2, name="mute")
    found_now(mute, server, other)
    lost_sight(find, "mute")
    find.stop(1)
    return "told; when it was opened announced by the same name, found again, and gone when stopped"


def leave_of_the_deaf(lab):
    """A server with four cards that can be heard and hears nothing takes its leave all the same, although it listens long on each."""
    server, laptops = lab.machine("server"), []
    server.nft(DEAF)
    for number in range(1, 5):
        lan = lab.lan(f"lan{number}")
        laptops.append(lab.machine(f"laptop{number}"))
        lan.plug(server, f"10.77.{number}.2/24")
        lan.plug(laptops[-1], f"10.77.{number}.10/24")
    # They have to be there first: their questions would not be heard.
    ends = (laptops[0], laptops[3])
    finds = [laptop.begin("find", "find", "--for", LONG) for laptop in ends]
    for laptop in ends:
        until(lambda: ":5353 " in laptop.run("ss", "-uln"), f"{laptop.name} does not look")
    serve = server.serve(PORT, "--announce")
    for find in finds:
        find.wait("found", name="server")
    serve.wait("not-announced", multicast="blocked")
    # Until it listens again.
    server.ping("127.0.0.1", PORT, "--count", 3, "--pause", "1s")
    serve.stop()
    for find in finds:
        lost_sight(find, "server")
        find.stop(1)
    return "told that it hears nothing; found in the first and the last network, and gone there when it stopped"


DEAF = "table inet deaf { chain input { type filter hook input priority filter; udp dport 5353 drop; }; }"
MUTE = "table inet mute { chain output { type filter hook output priority filter; udp dport 5353 drop; }; }"


def muted_and_other(lab):
    mute, other, lan = lab.machine("mute"), lab.machine("other"), lab.lan("lan")
    lan.plug(mute, "10.77.1.11/24")
    lan.plug(other, "10.77.1.10/24")
    return mute, other


def untold(machine, why, seconds=6):
    server = machine.serve(PORT, "--announce")
    server.wait("not-announced", multicast=why)
    need_nothing_found(machine, why, seconds)
    return server


def need_nothing_found(machine, why, seconds):
    """For so long; pings are answered all the same."""
    find = machine.begin("find", "find", "--for", f"{seconds}s")
    machine.ping("127.0.0.1", PORT, "--count", 3, "--pause", 0)
    find.ends(1)
    need(find.summary()["multicast"] == why, f"find says {find.summary()}")


def lost_sight(find, name):
    """Waits until it last said of a server that it is gone; before, it may have come and gone."""
    def last():
        return [each["event"] for each in find.events(name=name) if each["event"] in ("found", "gone")][-1:]
    until(lambda: last() == ["gone"], f"{find.name} does not say that {name} is gone", LEAVE)


def found_now(machine, server, other):
    server.wait("announced", SLOW, name=machine.name)
    find = other.begin("find", "find", "--for", LONG)
    find.wait("found", name=machine.name)
    find.stop()
    server.stop()
