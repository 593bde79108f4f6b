"""A port of the router that a person has forwarded by hand, rightly or not."""
from home import FORWARDED, FRIEND, LAPTOP, OUTSIDE, PORT, Home
from processes import need


def forwarded_by_hand(lab):
    """The friend reaches the server at home, and the server sees the friend's own address."""
    home = Home(lab)
    home.forward()
    server = home.laptop.serve(PORT)
    ping = home.friend.ping(OUTSIDE, FORWARDED, "--count", 10, "--pause", 0)
    replies = ping.events("reply", **{"from": f"{OUTSIDE}:{FORWARDED}", "verified": True})
    need(len(replies) == 10, f"{len(replies)} of 10 replies come from the forwarded port")
    server.stop()
    seen = {each["from"].rsplit(":", 1)[0] for each in server.events("answered")}
    need(seen == {FRIEND}, f"the server sees {seen}")
    return f"10 of 10 pings to {OUTSIDE}:{FORWARDED} answered, the server saw {FRIEND}"


def server_off(lab):
    """The laptop is reached and refuses, and the friend is told."""
    home = Home(lab)
    home.forward()
    return told_refused(home, "server off")


def forwarded_to_a_wrong_port(lab):
    """The server is on, and the router forwards to a port beside it."""
    home = Home(lab)
    home.forward(PORT + 1)
    server = home.laptop.serve(PORT)
    seen = told_refused(home, f"forwarded to {PORT + 1}")
    server.stop()
    need(server.summary()["received"] == 0, "something came to the server")
    return seen


def told_refused(home, why):
    # A kernel tells it some times at once and then about once a second: not every ping has to hear it.
    ping = home.friend.ping(OUTSIDE, FORWARDED, "--count", 4, "--timeout", "600ms", "--pause", "500ms", exits=1)
    refused = len(ping.events("unreachable", what="port"))
    need(refused >= 2, f"{refused} of 4 pings are told to be refused")
    need(ping.summary()["received"] == 0, "there is a reply")
    need(ping.causes()[:1] == ["port-refused"], f"the diagnosis is {ping.causes()}")
    return f"{why}: {refused} of 4 pings told as refused, none answered, diagnosis {ping.causes()[0]}"


def not_forwarded(lab):
    """The router drops what nobody has opened: all lost, and nothing that claims to know more."""
    home = Home(lab)
    home.forward()
    server = home.laptop.serve(PORT)
    ping = home.friend.ping(OUTSIDE, FORWARDED + 1, "--count", 4, "--timeout", "300ms", "--pause", 0, exits=1)
    fates = list(ping.fates().values())
    need(fates == ["timeout"] * 4, f"the pings' fates are {fates}")
    need(not ping.verdicts(), f"verdicts, although nothing was heard: {ping.verdicts()}")
    need(ping.causes() == ["silence-far"], f"the diagnosis is {ping.causes()}")
    server.stop()
    need(server.summary()["received"] == 0, "something came to the server")
    return "4 of 4 pings to the port beside the forwarded one timed out, no verdict, diagnosis silence-far"


def private_address_from_outside(lab):
    """The friend typed the address that the laptop has at home."""
    home = Home(lab)
    server = home.laptop.serve(PORT)
    ping = home.friend.ping(LAPTOP, PORT, "--count", 3, "--timeout", "300ms", "--pause", 0, exits=1)
    need(ping.causes()[:1] == ["private-elsewhere"], f"the diagnosis is {ping.causes()}")
    server.stop()
    return f"{LAPTOP} pinged from outside: none answered, diagnosis private-elsewhere"
