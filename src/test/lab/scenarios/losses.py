"""Losses on the way: what our client says of every ping, held against those who saw it."""
import judging
from home import FORWARDED, OUTSIDE, PORT, Home
from processes import need


def lost_there(lab):
    return lossy(lab, "there")


def lost_back(lab):
    return lossy(lab, "back")


def lost_both_ways(lab):
    return lossy(lab, "there", "back")


def lossy(lab, *ways):
    """The router loses 30 %: its counters, a witness on both its cards, the server's record and our client's verdicts agree."""
    home = Home(lab)
    home.forward()
    for way in ways:
        home.lose(way)
    witness = home.witness()
    server = home.laptop.serve(PORT)
    ping = home.friend.ping(OUTSIDE, FORWARDED, "--count", 100, "--interval", "50ms", "--timeout", "5s")
    server.stop()
    witness.stop()
    verdicts = judging.told(ping)
    counters = home.router.counters()
    judging.same(verdicts, judging.by_witness(witness, ping.fates(), server.record(), counters), "the router")
    judging.same(verdicts, judging.by_record(ping.fates(), server.record()), "the server")
    for way in ways:
        need(way in verdicts.values(), f"none was lost {way}, nothing is proven")
    return f"verdicts of 100 pings as router and server saw them: {judging.tally(verdicts)}; nft dropped {counters['there']} there, {counters['back']} back"
