"""Avahi on a machine of the lab, with a bus of its own; that of the system it runs on is not touched."""
from processes import until

KIND = "_udpping._udp"

BUS = """<busconfig>
<type>session</type>
<listen>unix:path={socket}</listen>
<auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*"/><allow eavesdrop="true"/><allow own="*"/></policy>
</busconfig>
"""
CONFIGURATION = """[server]
use-ipv4=yes
use-ipv6=yes
[publish]
publish-workstation=no
"""


class Avahi:
    def __init__(self, machine):
        self.machine, lab = machine, machine.lab
        socket = lab.scratch / f"{machine.name}.bus"
        self.address = f"unix:path={socket}"
        machine.start("dbus", "dbus-daemon", "--nofork", "--nopidfile", f"--config-file={lab.file(f'{machine.name}.dbus', BUS.format(socket=socket))}")
        until(socket.exists, "there is no D-Bus")
        # Its folder for a process id and a socket is fixed; this mount is of its own namespace only.
        own = 'mkdir -p /run/avahi-daemon && mount -t tmpfs none /run/avahi-daemon && exec "$0" "$@"'
        daemon = machine.start("avahi", "sh", "-c", own, "avahi-daemon", "--no-drop-root", "--no-chroot", "--no-rlimits", "-f",
                               lab.file(f"{machine.name}.avahi", CONFIGURATION), DBUS_SYSTEM_BUS_ADDRESS=self.address)
        until(lambda: "Server startup complete" in daemon.err.read_text(encoding="utf-8"), "Avahi does not start")

    def publish(self, name, kind, port):
        """Offers a service for as long as the scenario lasts."""
        offered = self.machine.start("publish", "avahi-publish", "-s", name, kind, port, DBUS_SYSTEM_BUS_ADDRESS=self.address)
        until(lambda: "Established" in offered.err.read_text(encoding="utf-8"), f"Avahi does not publish {name}")
        return offered

    def browse(self, kind):
        """What it sees: (name, address, port) of every IPv4 service, resolved."""
        said = self.machine.run("env", f"DBUS_SYSTEM_BUS_ADDRESS={self.address}", "LC_ALL=C.UTF-8",
                                "avahi-browse", "--resolve", "--parsable", "--terminate", "--no-db-lookup", kind)
        found = [line.split(";") for line in said.splitlines() if line.startswith("=")]
        return {(fields[3], fields[7], int(fields[8])) for fields in found if fields[2] == "IPv4"}
