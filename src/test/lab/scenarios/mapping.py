"""A port that the router itself is asked to open, seen from the program and from the router's own rules and leases."""
import time

from home import HERE, LAPTOP, OUTSIDE, PORT, ROUTER, Home
from processes import PATIENCE, need, until
from router import LEASE, MiniUpnpd

CRASHING = PORT + 1


def mapped_by_pcp(lab):
    return mapped(lab, "pcp")


def mapped_by_nat_pmp(lab):
    return mapped(lab, "nat-pmp")


def mapped_by_upnp(lab):
    return mapped(lab, "upnp")


def mapped(lab, protocol):
    """Made, used, renewed, and removed at the stop; that of a killed server ends with its lease."""
    home = Home(lab)
    router = MiniUpnpd(home, protocol)
    servers, stands, waited = zip(*(opening(home, port, name) for port, name in ((PORT, "serve"), (CRASHING, "crashing"))))
    outside, crashed = (each["externalPort"] for each in stands)
    for each, port, seconds in zip(stands, (PORT, CRASHING), waited):
        wanted = {"by": protocol, "externalAddress": OUTSIDE, "internalAddress": LAPTOP, "internalPort": port}
        # UPnP tells what is left of it by the time it is asked.
        least = LEASE - 3 - (seconds if protocol == "upnp" else 0)
        need(wanted.items() <= each.items() and least <= each["leaseNanos"] / 1e9 <= LEASE, f"{each} instead of {wanted}")
    need(router.opened() == {outside: PORT, crashed: CRASHING}, f"the router forwards {router.opened()}")

    servers[1].crash()
    ends, crashed_ends = router.lease_until(outside), router.lease_until(crashed)
    ping = home.friend.ping(OUTSIDE, outside, "--count", 10, "--pause", 0)
    need(ping.summary()["received"] == 10, f"{ping.summary()['received']} of 10 replies through the opened port")

    until(lambda: router.lease_until(outside) > ends, "the lease is not renewed", ends - time.time())
    left = ends - time.time()
    until(lambda: crashed not in router.opened(), "the killed server's port stays open", crashed_ends - time.time() + PATIENCE)
    late = time.time() - crashed_ends
    need(late > -2, f"the killed server's port was closed {-late:.0f} s too early")
    until(lambda: time.time() > ends + 1, "the first lease does not end")
    need(router.opened() == {outside: PORT}, f"at the end of the first lease the router forwards {router.opened()}")
    home.friend.ping(OUTSIDE, outside, "--count", 3, "--pause", 0, name="ping-later")

    servers[0].stop()
    servers[0].wait("mapping", state="closed", removal="removed")
    need(not router.opened(), f"after the stop the router forwards {router.opened()}")
    return (f"port {outside} opened for {LEASE} s and pinged (10 of 10), renewed {left:.0f} s before the end, pinged after it, removed at the stop; "
            f"that of a killed server closed {max(0, late):.0f} s after its lease")


def opening(home, port, name):
    """Our server, what it says of the port it had opened, and how many seconds that took. All its questions to the router have some 3 s: where a busy machine used
    them up, and only there, what it did not hear is no defect, and it is started anew."""
    for number in range(6):
        server = home.laptop.serve(port, "--map-port", name=f"{name}{number}")
        began = time.monotonic()
        until(lambda server=server: server.events("mapping", state="standing") + server.events("mapping", state="failed"), "no word of the port")
        if server.events("mapping", state="standing", externalAddress=OUTSIDE) or time.monotonic() < began + 3:
            break
        server.stop()
    return server, server.wait("mapping", state="standing"), time.monotonic() - began


def router_without_mapping(lab):
    """A router that can do none of it, and says so or is silent: told within 3 s and why, in each way; and what to enter by hand."""
    home = Home(lab)
    seen = [refused(home, "says so")]
    home.rule("input", "iifname lan drop")
    seen.append(refused(home, "is silent"))
    return "; ".join(seen)


def refused(home, how):
    server = home.laptop.serve(PORT, "--map-port", name=how.replace(" ", "-"))
    failed = server.wait("mapping", state="failed")
    need(failed["why"] == "refused", f"it says {failed}")
    answers = {each["by"]: each["why"] for each in server.events("mapping-answer", result="refused")}
    need(set(answers) == {"pcp", "nat-pmp", "upnp"}, f"it says {answers}")
    by_hand = {"router": ROUTER, "externalPort": PORT, "internalAddress": LAPTOP, "internalPort": PORT}
    server.wait("router", **by_hand)
    home.laptop.ping("127.0.0.1", PORT, "--count", 3, "--pause", 0, name=f"{server.name}.ping")
    server.stop()
    return f"the router {how}: {', '.join(f'{by} {why}' for by, why in answers.items())}, by hand as it is, the server goes on"


def behind_another_router(lab):
    """The router's own outside address is private."""
    return warned(lab, "192.168.7.2", "double-nat")


def behind_the_provider(lab):
    """The router's own outside address is one that its provider gives to many."""
    return warned(lab, "100.64.3.4", "carrier-nat")


def warned(lab, outside, warning):
    """The port is opened and works from as far as that address reaches, with a warning."""
    home = Home(lab, outside)
    home.router.start("lenient", "python3", HERE / "lenient.py", outside).says("ready")
    server = home.laptop.serve(PORT, "--map-port")
    stands = server.wait("mapping", state="standing", by="nat-pmp", externalAddress=outside)
    server.wait("mapping-warning", warnings=[warning])
    ping = home.friend.ping(outside, stands["externalPort"], "--count", 5, "--pause", 0)
    need(ping.summary()["received"] == 5, f"{ping.summary()['received']} of 5 replies through the opened port")
    server.stop()
    server.wait("mapping", state="closed", removal="removed")
    return f"opened at {outside} with the warning {warning}, pinged from there (5 of 5), removed"


def no_outside_address(lab):
    """The same with miniupnpd, which opens no port then: told as that, with the same warning."""
    home = Home(lab, "192.168.7.2")
    router = MiniUpnpd(home, "all")
    server = home.laptop.serve(PORT, "--map-port")
    server.wait("mapping", state="failed", why="refused")
    answers = {each["by"]: each["why"] for each in server.events("mapping-answer", result="refused")}
    need(set(answers) == {"pcp", "nat-pmp", "upnp"} and "no-outside" in answers.values(), f"it says {answers}")
    server.wait("mapping-warning", warnings=["double-nat"])
    need(not router.opened(), f"the router forwards {router.opened()}")
    server.stop()
    return f"miniupnpd outside at 192.168.7.2, with the warning double-nat: {', '.join(f'{by} {why}' for by, why in answers.items())}"
