"""Verdicts of our client against what the server and a witness in the router have on record, ping by ping."""
import collections
import re

from processes import need

# More decimals are a question about pings, which is none.
PING = re.compile(r"ping (\d+) \d+\.\d{6}", re.IGNORECASE)


def told(ping):
    """A verdict for every ping, and it goes with what the ping itself saw; number to verdict."""
    fates, verdicts = ping.fates(), ping.verdicts()
    count = ping.events("start")[0]["count"]
    need(sorted(fates) == list(range(1, count + 1)), f"fates of {len(fates)} pings of {count}")
    missing = [seq for seq in fates if seq not in verdicts]
    need(not missing, f"no verdict for the pings {missing}")
    for seq, fate in fates.items():
        need((verdicts[seq] == "answered") == (fate in ("reply", "late")), f"ping {seq}: {fate} and {verdicts[seq]}")
    return verdicts


def same(verdicts, truth, who):
    unlike = [f"{seq}: {verdicts.get(seq)}, {who}: {where}" for seq, where in truth.items() if verdicts.get(seq) != where]
    need(not unlike, f"{len(unlike)} verdicts differ: {'; '.join(unlike[:10])}")
    need(len(verdicts) == len(truth), f"{len(verdicts)} verdicts for {len(truth)} pings")


def by_record(fates, record):
    """Where every ping was lost, as the server's own record has it."""
    words = {"dropped": "server", "limited": "limited"}
    truth = {}
    for seq, fate in fates.items():
        done = record.get(seq, "")
        came_back = fate in ("reply", "late")
        need(not came_back or done == "answered", f"ping {seq} came back and the server says {done!r}")
        truth[seq] = "answered" if came_back else "there" if not done else words.get(done, "back")
    return truth


def by_witness(witness, fates, record, counters):
    """The same from what the router saw on both sides; its counters and the server's record agree with that. All
    have been stopped before: none of them is still telling."""
    seen = {at: collections.Counter(each["text"].lower() for each in witness.events("seen", card=at[0], way=at[1]))
            for at in (("wan", "there"), ("lan", "there"), ("lan", "back"), ("wan", "back"))}
    there, arrived, left, back = seen.values()
    for way, before, after in (("there", there, arrived), ("back", left, back)):
        lost = before.total() - after.total()
        need(counters[way] == lost, f"on the way {way} nft counts {counters[way]} drops, the witness {lost}")
    pings = numbers(there)
    need(sorted(pings.values()) == sorted(fates), f"the router sees the pings {sorted(pings.values())}")
    truth = {}
    for text, seq in pings.items():
        done = record.get(seq, "")
        need(bool(arrived[text]) == bool(done), f"ping {seq} went on to the server {arrived[text]} times, which says {done!r}")
        need(bool(left[text]) == (done == "answered"), f"ping {seq} was answered {left[text]} times, the server says {done!r}")
        truth[seq] = "answered" if back[text] else "there" if not done else "server" if done == "dropped" else "back"
    return truth


def numbers(texts):
    """Of those texts that are pings: text to number."""
    return {text: int(ping.group(1)) for text in texts if (ping := PING.fullmatch(text))}


def tally(verdicts):
    return ", ".join(f"{count} {where}" for where, count in sorted(collections.Counter(verdicts.values()).items()))
