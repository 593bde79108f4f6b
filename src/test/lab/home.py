"""A laptop at home behind a router with address translation, and a friend's outside.

The outside addresses are none of those kept for examples, which miniupnpd takes for private; nothing leaves the namespaces.
"""
import pathlib

from lab import DIRECT
from processes import Program

ROUTER, LAPTOP = "10.77.1.1", "10.77.1.2"
OUTSIDE, FRIEND = "203.0.114.1", "203.0.115.2"
FORWARDED, PORT = 40000, 12000
LONGEST_PING = 50  # with the head of UDP
HERE = pathlib.Path(__file__).resolve().parent

RULES = """
table inet home {
    counter there { }
    counter back { }
    chain prerouting { type nat hook prerouting priority dstnat; policy accept; jump opened; }
    chain opened { }
    chain postrouting { type nat hook postrouting priority srcnat; policy accept; jump ports; oifname "wan" masquerade; }
    chain ports { }
    chain input { type filter hook input priority filter; policy accept; iifname "wan" drop; }
    chain losses { type filter hook forward priority filter - 10; policy accept; }
    chain forward {
        type filter hook forward priority filter; policy drop;
        ct state established,related accept
        iifname "lan" accept
        ct status dnat accept
        jump opened_forward
    }
    chain opened_forward { }
}
"""

# Tells the kernel (ctnetlink) to delete all it remembers of connections, and reads that it did.
FORGET = """
import socket, struct
with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, 12) as netfilter:
    netfilter.send(struct.pack("=IHHIIBBH", 20, 1 << 8 | 2, 5, 1, 0, socket.AF_INET, 0, 0))
    raise SystemExit(struct.unpack_from("=i", netfilter.recv(4096), 16)[0])
"""


class Home:
    def __init__(self, lab, outside=OUTSIDE, friend=FRIEND):
        self.outside = outside
        self.friend, self.router, self.laptop = lab.machine("friend"), lab.machine("router"), lab.machine("laptop")
        internet, self.lan = lab.lan("internet"), lab.lan("lan")
        internet.plug(self.router, f"{outside}/32", card="wan", via=DIRECT)
        internet.plug(self.friend, f"{friend}/32", via=DIRECT)
        self.lan.plug(self.router, f"{ROUTER}/24", card="lan")
        self.lan.plug(self.laptop, f"{LAPTOP}/24", via=ROUTER)
        self.router.set("net/ipv4/ip_forward", 1)
        self.router.nft(RULES)

    def forward(self, port=PORT):
        """What a person enters by hand: the outside port leads to a port of the laptop."""
        self.rule("opened", f"iifname wan udp dport {FORWARDED} dnat ip to {LAPTOP}:{port}")

    def lose(self, way):
        """The router loses 30 % of the pings that go there or come back between friend and server, by chance, and every third of the longer
        datagrams, so that never all tries of a question fail; it counts them together."""
        port = "dport" if way == "there" else "sport"
        for which in (f"udp length <= {LONGEST_PING} numgen random mod 100 < 30", f"udp length > {LONGEST_PING} numgen inc mod 3 == 0"):
            self.rule("losses", f"udp {port} {PORT} {which} counter name {way} drop")

    def leave_from(self, first, last):
        """What leaves the home leaves from one of these ports, also what has left from others before."""
        # At once: between the two, whatever is new would leave from any port.
        self.router.nft(f"flush chain inet home ports; add rule inet home ports oifname wan meta l4proto udp snat ip to {self.outside}:{first}-{last}")
        self.router.run("python3", "-c", FORGET)

    def rule(self, chain, rule):
        self.router.nft(f"add rule inet home {chain} {rule}")

    def witness(self):
        """What passes on both sides of the router, until it is stopped: then it has told everything."""
        witness = self.router.start("witness", "python3", HERE / "witness.py", "wan", "lan", PORT, FORWARDED, kind=Program)
        witness.wait("ready")
        return witness
