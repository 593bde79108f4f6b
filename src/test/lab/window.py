"""The program's window on a machine of the lab, on a screen of its own, driven by the hands of .ci/window.sh."""
import re
import time

from lab import ROOT, command
from processes import Failure, Process, until

FIRST_SCREEN = 66
# Where things are in the window of 1280×800 (see .ci/window.sh): the form's Find, and the first server of the list that it opens.
FIND, FOUND_FIRST = "347 30", "140 93"
LINKS_LEFT, LINKS_TOP, LINKS_HEIGHT, LINK_COLOUR = 1020, 200, 500, "#0969da"
HANDS = """set -euo pipefail
. .ci/lib.sh
. .ci/window.sh
name=lab shots=target/screenshots
mkdir -p "$shots"
find_window || true
"""


class Window:
    def __init__(self, machine):
        self.lab, self.machine = machine.lab, machine
        self.display = self.screen()
        self.hands("await 20 xprop -root >/dev/null 2>&1")
        Process(self.lab, f"{machine.name}.openbox", ["openbox", "--sm-disable"], {"DISPLAY": self.display})
        self.program = machine.start("window", *self.lab.command, DISPLAY=self.display, XDG_RUNTIME_DIR="")
        self.hands('await 20 window_manager_runs && window_opens 90 "$1"', self.program.popen.pid, seconds=140)

    def screen(self):
        for number in range(FIRST_SCREEN, FIRST_SCREEN + 30):
            xvfb = Process(self.lab, f"{self.machine.name}.screen{number}",
                           ["Xvfb", f":{number}", "-noreset", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {})
            until(lambda: xvfb.said() or xvfb.over(), 20, "Xvfb does not start")
            # The number may be another one's.
            if not xvfb.over():
                return f":{number}"
        raise Failure("no free screen")

    def hands(self, script, *words, seconds=60):
        """What a person does with keyboard and mouse, in the words of .ci/window.sh; gives what that prints."""
        try:
            return command("env", f"DISPLAY={self.display}", "bash", "-c", HANDS + script, "hands", *words, seconds=seconds, cwd=ROOT)
        except Failure as failure:
            raise Failure(f"the window of {self.machine.name}: {script} {words}: {str(failure).rsplit('exit ', 1)[1]}") from None

    def ping(self, host, port):
        """Fills in the server's field, which has the focus at first, and starts."""
        self.hands('type_over "$1"; keys Return', f"{host}:{port}")

    def find(self, address):
        """Opens the list of the servers found, clicks its first and waits until that has filled the form in; starts."""
        self.hands('click "$1"', FIND)
        until(lambda: self.picked() == address, 40, f"the form does not offer {address}")
        self.hands("keys Return")

    def picked(self):
        """What the server's field has after a click on the first server found; where there is none yet the click meets nothing."""
        return self.hands('click "$1"; keys ctrl+a ctrl+c; timeout 5 xclip -o -selection clipboard || true', FOUND_FIRST)

    def server_on(self):
        """Its own server, at the port it proposes."""
        self.hands('click "$SERVER_SWITCH"')
        until(lambda: ":2EE0 " in self.machine.run("cat", "/proc/net/udp"), 30, "the window's server does not start")

    def open_port(self):
        """Opens the assistant by the first link beside the server, whose first button closes it, and agrees that the router is asked."""
        self.hands('click "$1"', f"{LINKS_LEFT + 60} {until(self.link, 20, 'there is no link beside the server')}")
        time.sleep(1)  # it is laid over the window
        self.hands("keys Tab Return")

    def link(self):
        """The height of the first line of the side panel in the colour of links; 0 without one. What is above it varies."""
        rows = self.hands('import -silent -window "$window" miff:- | convert - -crop "210x$3+$1+$2" +repage -fuzz 20% -fill black +opaque "$4" '
                          '-fill white -opaque "$4" -scale "1x$3!" -depth 8 txt:-', LINKS_LEFT, LINKS_TOP, LINKS_HEIGHT, LINK_COLOUR)
        brightness = [int(each) for each in re.findall(r"^0,\d+: \((\d+)", rows, re.MULTILINE)]
        return next((LINKS_TOP + at + 3 for at, each in enumerate(brightness) if each > 60), 0)

    def server_log(self):
        """Opens the last tab; a table takes the one key for itself, a text the other."""
        self.hands('click "$VIEW"; keys ctrl+Tab; click "$VIEW"; keys ctrl+Next')

    def copied(self):
        """The lines of the tab that is open; none when it is empty."""
        file = self.lab.scratch / f"{self.machine.name}.copied"
        self.hands('copied "$1" || true', file)
        return file.read_text(encoding="utf-8", errors="replace").splitlines()

    def shot(self, name):
        self.hands('shot "$1"', name)

    def close(self):
        self.hands("keys ctrl+q")
        self.program.ends()
