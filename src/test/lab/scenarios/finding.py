"""Servers that announce themselves in the local network, and who finds them."""
from avahi import KIND, Avahi
from home import PORT
from processes import need, until


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
    finds = [laptop.begin("find", "find", "--for", "60s") for laptop in laptops]
    for laptop, find, other in ((anna, finds[0], bruno), (bruno, finds[1], anna)):
        found = find.wait("found", name=other.name, here=False)
        ping = laptop.ping(found["addresses"][0], found["port"], "--count", 5, "--pause", 0)
        need(ping.summary()["received"] == 5, f"{ping.summary()['received']} of 5 replies to {laptop.name}")
    for laptop, avahi in zip(laptops, avahis):
        ours = {("anna", "10.77.1.10", PORT), ("bruno", "10.77.1.11", PORT)}
        until(lambda: ours <= avahi.browse(KIND), 20, lambda: f"avahi-browse of {laptop.name} sees {avahi.browse(KIND)}")
    avahis[1].publish("Kurose's desk", KIND, 12345)
    finds[0].wait("found", name="Kurose's desk", port=12345)
    servers[0].stop()
    finds[1].wait("gone", name="anna")
    until(lambda: not any(name == "anna" for name, _, _ in avahis[1].browse(KIND)), 20, "Avahi does not see that anna's server stopped")
    for find in finds:
        find.stop()
    servers[1].stop()
    return "each found and pinged the other (5 of 5), avahi-browse saw both, Avahi's service was found, a stopped server was gone"


def server_in_two_networks(lab):
    """A server with two cards is found in both networks, with an address that can be pinged there."""
    server, laptops = lab.machine("server"), [lab.machine("anna"), lab.machine("bruno")]
    for number, laptop in enumerate(laptops, start=1):
        lan = lab.lan(f"lan{number}")
        lan.plug(server, f"10.77.{number}.2/24")
        lan.plug(laptop, f"10.77.{number}.10/24")
    serve = server.serve(PORT, "--announce", "--name", "Sala 3, banca da frente")
    finds = [laptop.begin("find", "find", "--for", "60s") for laptop in laptops]
    for number, (laptop, find) in enumerate(zip(laptops, finds), start=1):
        found = find.wait("found", name="Sala 3, banca da frente")
        need(found["addresses"][0] == f"10.77.{number}.2", f"{laptop.name} is given {found['addresses']}")
        laptop.ping(found["addresses"][0], found["port"], "--count", 3, "--pause", 0)
        find.stop()
    serve.stop()
    return "found from both networks, each with its own address first, and pinged there"


def nobody_to_tell(lab):
    """Without a network it says so, and server and pings work all the same; once there is one, it is told."""
    alone, other, lan = lab.machine("alone"), lab.machine("other"), lab.lan("lan")
    lan.plug(other, "10.77.1.10/24")
    server = untold(alone, "no-network")
    lan.plug(alone, "10.77.1.11/24")
    found_now(alone, server, other)
    return "no network: told, pings answered; announced and found when it came"


def firewall_opened(lab):
    """The same where the machine's own firewall drops what mDNS sends."""
    mute, other, lan = lab.machine("mute"), lab.machine("other"), lab.lan("lan")
    lan.plug(mute, "10.77.1.11/24")
    lan.plug(other, "10.77.1.10/24")
    mute.nft("table inet mute { chain output { type filter hook output priority filter; udp dport 5353 drop; }; }")
    server = untold(mute, "blocked")
    mute.nft("delete table inet mute")
    found_now(mute, server, other)
    return "multicast blocked: told, pings answered; announced and found when it was opened"


def untold(machine, why):
    server = machine.serve(PORT, "--announce")
    find = machine.begin("find", "find", "--for", "6s")
    server.wait("not-announced", multicast=why)
    machine.ping("127.0.0.1", PORT, "--count", 3, "--pause", 0)
    find.ends(1)
    need(find.summary()["multicast"] == why, f"find says {find.summary()}")
    return server


def found_now(machine, server, other):
    server.wait("announced", 60, name=machine.name)
    find = other.begin("find", "find", "--for", "60s")
    find.wait("found", name=machine.name)
    find.stop()
    server.stop()
