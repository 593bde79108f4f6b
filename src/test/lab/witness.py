"""witness CARD... PORT...: every UDP datagram to or from one of the ports that is seen on a card of this machine, with its text; runs
in the router and knows nothing of what client and server say. On SIGTERM it prints what has come by then, and ends.

Prints a JSON object a line: first {"event":"ready"}, then {"event":"seen","card":…,"way":"there"|"back","from":…,"to":…,"text":…}.
"""
import json
import selectors
import signal
import socket
import sys

cards = [word for word in sys.argv[1:] if not word.isdigit()]
ports = [int(word) for word in sys.argv[1:] if word.isdigit()]
ETHERNET, UDP, IPV4, SO_RCVBUFFORCE = 14, 17, 0x0800, 33


def seen(card, frame):
    packet = frame[ETHERNET:]
    header = (packet[0] & 15) * 4
    if packet[9] != UDP or packet[0] >> 4 != 4:
        return
    source, target, length = (int.from_bytes(packet[header + at:header + at + 2], "big") for at in (0, 2, 4))
    if source in ports or target in ports:
        print(json.dumps({
            "event": "seen", "card": card, "way": "there" if target in ports else "back",
            "from": f"{socket.inet_ntoa(packet[12:16])}:{source}", "to": f"{socket.inet_ntoa(packet[16:20])}:{target}",
            "text": packet[header + 8:header + length].decode("utf-8", "replace").strip(),
        }), flush=True)


def heard(tap, card):
    """The next frame that waits there; whether there was one."""
    try:
        data, address = tap.recvfrom(65536)
    except BlockingIOError:
        return False
    if address[:2] == (card, IPV4):  # before it was bound it heard every card
        seen(card, data)
    return True


with selectors.DefaultSelector() as selector:
    told, tell = socket.socketpair()
    tell.setblocking(False)
    signal.set_wakeup_fd(tell.fileno())
    signal.signal(signal.SIGTERM, lambda *_: None)
    selector.register(told, selectors.EVENT_READ)
    taps = {}
    for each in cards:
        tap = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))  # ETH_P_ALL: what leaves, too
        tap.setsockopt(socket.SOL_SOCKET, SO_RCVBUFFORCE, 8 << 20)
        tap.bind((each, 0))
        tap.setblocking(False)
        taps[tap] = each
        selector.register(tap, selectors.EVENT_READ)
    print('{"event":"ready"}', flush=True)
    ready = set()
    while told not in ready:
        ready = {key.fileobj for key, _ in selector.select()}
        for tap in ready & taps.keys():
            heard(tap, taps[tap])
    for tap, card in taps.items():
        while heard(tap, card):
            pass
