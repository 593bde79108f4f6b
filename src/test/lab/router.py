"""What a router at home has to open its ports: miniupnpd, with the protocol that a scenario wants."""
import re

from home import HERE, LAPTOP, ROUTER
from processes import until

# As long as it grants a port, in seconds; without that a renewal and an end would take minutes.
LEASE = 24
IGD_PORT, IGD_CLAMPED = 5000, 5001

CONFIGURATION = """ext_ifname=wan
listening_ip=lan
http_port={port}
enable_upnp={igd}
enable_natpmp={natpmp}
min_lifetime=5
max_lifetime={lease}
notify_interval=60
uuid=8a1c5dc2-6f0e-4f7e-9d0c-0f4b1c7a2e55
lease_file={leases}
upnp_table_name=home
upnp_nat_table_name=home
upnp_forward_chain=opened_forward
upnp_nat_chain=opened
upnp_nat_postrouting_chain=ports
allow 1024-65535 10.77.1.0/24 1024-65535
deny 0-65535 0.0.0.0/0 0-65535
"""

# Only PCP's lifetimes are limited by its own settings. The request of NAT-PMP (RFC 6886, section 3.3) has its lifetime, 32 bits, behind
# the head of UDP and two words; 0 asks for the end.
OLDER_THAN_PCP = (
    "iifname lan udp dport 5351 @th,64,8 2 drop",
    f"iifname lan udp dport 5351 @th,64,8 0 @th,72,8 1 @th,128,32 != 0 @th,128,32 set {LEASE}",
)


class MiniUpnpd:
    """Speaks PCP (and NAT-PMP), NAT-PMP alone, UPnP IGD alone, or all of them."""

    def __init__(self, home, protocol):
        self.router, lab = home.router, home.router.lab
        self.leases = lab.scratch / "leases"
        igd, natpmp = ("yes" if protocol in each else "no" for each in (("upnp", "all"), ("pcp", "nat-pmp", "all")))
        if protocol == "nat-pmp":
            for rule in OLDER_THAN_PCP:
                home.rule("input", rule)
        if protocol == "upnp":
            clamp = self.router.start("clamp", "python3", HERE / "clamp.py", IGD_CLAMPED, ROUTER, IGD_PORT, LEASE)
            clamp.says("ready")
            home.rule("prerouting", f"iifname lan tcp dport {IGD_PORT} redirect to :{IGD_CLAMPED}")
        text = CONFIGURATION.format(port=IGD_PORT, igd=igd, natpmp=natpmp, lease=LEASE, leases=self.leases)
        self.process = self.router.start("miniupnpd", "miniupnpd", "-d", "-f", lab.file("miniupnpd.conf", text), "-P", lab.scratch / "miniupnpd.pid")
        for listening in [":5351 "] * (natpmp == "yes") + [":1900 ", f":{IGD_PORT} "] * (igd == "yes"):
            until(lambda port=listening: port in self.router.run("ss", "-Htuln"), f"miniupnpd does not listen at {listening}")

    def opened(self):
        """Outside port to inside port of every mapping, from the router's own rules."""
        rules = self.router.run("nft", "list", "chain", "inet", "home", "opened")
        return {int(outside): int(inside) for outside, inside in re.findall(rf"dport (\d+) dnat ip to {re.escape(LAPTOP)}:(\d+)", rules)}

    def lease_until(self, port):
        """When the router will close the port, in seconds since 1970, from the file it keeps."""
        # A lease that is renewed is not in the file for a moment.
        return until(lambda: self.written_lease(port), f"the router has no lease of port {port}")

    def written_lease(self, port):
        whole = self.leases.read_text(encoding="utf-8").rpartition("\n")[0] if self.leases.exists() else ""
        lines = [line.split(":") for line in whole.splitlines() if line.startswith(f"UDP:{port}:")]
        return int(lines[0][4]) if len(lines) == 1 else 0
