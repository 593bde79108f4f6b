"""One full pass with the window itself, at both ends."""
import signal

import judging
from avahi import KIND, Avahi
from home import FORWARDED, LAPTOP, OUTSIDE, PORT, Home
from lab import PEERS
from processes import PATIENCE, need, until
from router import LEASE, MiniUpnpd
from scenarios.finding import LEAVE
from window import Window

BOOK_PORT = 12345

# What a row says of its ping, in small letters; what is found first counts.
WORDS = {"lost on the way there": "there", "lost on the way back": "back", "dropped by the server": "server", "late": "answered", "reply": "answered"}


def two_windows_and_a_router(lab):
    """Ten pings from the friend's window to the server in the laptop's, which drops some, and the router between them more."""
    home = Home(lab)
    home.forward()
    home.lose("there")
    home.lose("back")
    witness = home.witness()
    laptop, friend = Window(home.laptop), Window(home.friend)
    laptop.server_on()
    friend.ping(OUTSIDE, FORWARDED)
    verdicts = judged(until(lambda: settled(friend.copied()), "the friend's window has not ten settled rows with a verdict", 2 * PATIENCE))
    laptop.server_log()
    record = until(lambda: steady(lambda: logged(laptop.copied())), "the laptop's window shows no server log")
    for window in (friend, laptop):
        window.shot(window.machine.name)
        window.close()
    witness.stop()
    fates = {seq: "reply" if where == "answered" else "timeout" for seq, where in verdicts.items()}
    counters = home.router.counters()
    judging.same(verdicts, judging.by_record(fates, record), "the laptop's window")
    judging.same(verdicts, judging.by_witness(witness, fates, record, counters), "the router")
    return f"the rows of the one window as the log of the other and the router have it: {judging.tally(verdicts)}"


def opened_by_the_window(lab):
    """The assistant has the router open the port once the person agrees, and closing the window closes it."""
    home = Home(lab)
    router = MiniUpnpd(home, "all")
    window = Window(home.laptop)
    window.server_on()
    need(not router.opened(), f"before anybody agreed the router forwards {router.opened()}")
    window.open_port()
    opened = until(router.opened, "the router does not open the port")
    need(list(opened.values()) == [PORT], f"the router forwards {opened}")
    ping = home.friend.ping(OUTSIDE, *opened, "--count", 30, "--interval", "50ms", "--timeout", "10s")
    verdicts = judging.told(ping)
    need(set(verdicts.values()) == {"answered", "server"}, f"verdicts {judging.tally(verdicts)}")
    window.shot("opened")
    window.close()
    # The lease would end, too, but not so soon.
    until(lambda: not router.opened(), lambda: f"after the window is closed the router forwards {router.opened()}", LEASE / 2 - 2)
    return f"port {list(opened)[0]} opened when the person agreed, pinged from outside ({judging.tally(verdicts)}), closed with the window"


def terminated_window(lab):
    """A window that is told to end takes leave as a closed one does: the port is closed at once, and its server is offered no more."""
    home = Home(lab)
    router, carla = MiniUpnpd(home, "all"), lab.machine("carla")
    home.lan.plug(carla, "10.77.1.12/24")
    avahi = Avahi(carla)
    window = Window(home.laptop)
    window.server_on()
    offered = ("laptop", LAPTOP, PORT)
    until(lambda: offered in avahi.browse(KIND), lambda: f"avahi-browse sees {avahi.browse(KIND)}")
    window.open_port()
    opened = list(until(router.opened, "the router does not open the port"))
    until(window.is_still, "the window does not come to rest")
    # As by Ctrl+C, a logout, or the system that goes down.
    window.program.stop(128 + signal.SIGTERM)
    need(not router.opened(), f"after the window was told to end the router forwards {router.opened()}")
    until(lambda: offered not in avahi.browse(KIND), "Avahi still sees the server of the window that was told to end", LEAVE)
    return f"port {opened[0]} was closed when SIGTERM had ended the window, and avahi-browse saw its server no more"


def found_in_the_form(lab):
    """The form offers what Avahi publishes, one click fills it in, and the window's own server is seen by Avahi."""
    bruno, carla, lan = lab.machine("bruno"), lab.machine("carla"), lab.lan("lan")
    lan.plug(bruno, "10.77.1.11/24")
    lan.plug(carla, "10.77.1.12/24")
    avahi = Avahi(carla)
    book = carla.start("server", "python3", PEERS / "lab_server.py", "--port", BOOK_PORT, "--seed", 3)
    book.says("listening")
    avahi.publish("Kurose", KIND, BOOK_PORT)
    window = Window(bruno)
    window.find("10.77.1.12")
    until(lambda: len(judging.numbers(line.split(" ", 1)[1] for line in book.said().splitlines())) == 10, "no ten pings come to Avahi's server")
    window.server_on()
    until(lambda: ("bruno", "10.77.1.11", PORT) in avahi.browse(KIND), lambda: f"avahi-browse sees {avahi.browse(KIND)}")
    window.shot("found")
    window.close()
    until(lambda: not any(name == "bruno" for name, _, _ in avahi.browse(KIND)), "Avahi still sees the server of the closed window", LEAVE)
    return f"10.77.1.12:{BOOK_PORT} offered, clicked and pinged (10 of 10 arrived); avahi-browse saw the window's own server until it was closed"


def settled(lines):
    """Number to row, once there are ten and of each it is known where its way ended."""
    rows = {int(cells[0]): cells[3].lower() for line in lines if len(cells := line.split("\t")) > 3 and cells[0].strip().isdigit()}
    return rows if len(rows) == 10 and all(any(word in row for word in WORDS) for row in rows.values()) else None


def steady(look):
    """What a look gives, once a second one gives the same: a window paints what has come a moment later."""
    first = look()
    return first if first and look() == first else None


def judged(rows):
    return {seq: next(where for word, where in WORDS.items() if word in row) for seq, row in rows.items()}


def logged(lines):
    """Number of the ping to what the server did with it."""
    entries = [line.split("\t") for line in lines]
    return {seq: "dropped" if entry[3].startswith("dropped") else entry[3] for entry in entries if len(entry) > 3
            for seq in judging.numbers([entry[2]]).values()}
