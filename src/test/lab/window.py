"""The program's window on a machine of the lab, on a screen of its own, driven by the hands of .ci/window.sh."""
import contextlib
import re

from lab import ROOT, command
from processes import PATIENCE, Failure, Process, until

FIRST_SCREEN = 66
# Where things are in the window of 1280×800 (see .ci/window.sh): the form's fields, and the first server of the list that Find opens.
HOST, FIND, FOUND_FIRST = "220 30", "347 30", "140 93"
LINKS_LEFT, LINKS_TOP, LINKS_HEIGHT, LINK_COLOUR = 1020, 350, 400, "#0969da"
# Where pages are laid over the window, and the end of its status line, which is white unless there is one.
PAGE, CORNER = "700x600+290+100", "20x20+5+775"
HANDS = """set -euo pipefail
. .ci/lib.sh
. .ci/window.sh
name=lab shots=target/screenshots
mkdir -p "$shots"
find_window || true
"""


class Window:
    def __init__(self, machine):
        self.lab, self.machine, self.clicked = machine.lab, machine, []
        self.display = self.screen()
        self.hands("await 60 xprop -root >/dev/null 2>&1")
        Process(self.lab, f"{machine.name}.openbox", ["openbox", "--sm-disable"], {"DISPLAY": self.display})
        self.lab.windows.append(self)
        self.program = machine.start("window", *self.lab.command, DISPLAY=self.display, XDG_RUNTIME_DIR="")
        self.hands('await 60 window_manager_runs && window_opens "$1"', self.program.popen.pid, seconds=280)

    def screen(self):
        for number in range(FIRST_SCREEN, FIRST_SCREEN + 30):
            xvfb = Process(self.lab, f"{self.machine.name}.screen{number}",
                           ["Xvfb", f":{number}", "-noreset", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp"], {})
            until(lambda: xvfb.said() or xvfb.over(), "Xvfb does not start")
            # The number may be another one's.
            if not xvfb.over():
                return f":{number}"
        raise Failure("no free screen")

    def hands(self, script, *words, seconds=2 * PATIENCE):
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
        until(lambda: self.picked() == address, f"the form does not offer {address}")
        # What was copied may be older than the last click, which then took the keyboard elsewhere.
        self.hands('click "$1"; keys Return', HOST)

    def picked(self):
        """What the server's field has after a click on the first server found; where there is none yet the click meets nothing."""
        return self.hands('click "$1"; keys ctrl+a ctrl+c; timeout 5 xclip -o -selection clipboard || true', FOUND_FIRST)

    def server_on(self):
        """Its own server, at the port it proposes."""
        self.hands("switch_server")
        until(lambda: ":2EE0 " in self.machine.run("cat", "/proc/net/udp", "/proc/net/udp6"), "the window's server does not start")

    def open_port(self):
        """Opens the assistant and agrees that the router is asked: the keyboard is on the button for that as soon as there is one."""
        until(self.assistant_asks, lambda: f"the assistant {'does not offer to ask' if self.is_covered() else 'is not open'}: "
                                           f"clicked at the heights {self.clicked}, the link is at {self.link()}", 2 * PATIENCE)
        self.hands("keys Return")

    def assistant_asks(self):
        """Whether the assistant offers to ask the router; opens it by the link beside the server. A click may meet nothing, where the link has
        moved meanwhile: it is made again only when no page has come."""
        if not self.is_covered() and self.click_link():
            with contextlib.suppress(Failure):
                until(self.is_covered, "nothing opens", 20)
        return self.is_covered() and self.has_proposal()

    def click_link(self):
        """Clicks the link if it is where it was just before: what is above it comes a moment after the server."""
        before, now = self.link(), self.link()
        stays = now > 0 and now == before
        if stays:
            self.clicked.append(now)
            self.hands('click "$1"', f"{LINKS_LEFT + 60} {now}")
        return stays

    def link(self):
        """The height of the first line of the side panel in the colour of links, below the slider, which has it too; 0 without one. What is above it varies."""
        lines = self.lines_of_colour(LINK_COLOUR, f"210x{LINKS_HEIGHT}+{LINKS_LEFT}+{LINKS_TOP}")
        return next((LINKS_TOP + at + 3 for at, share in enumerate(lines) if share > 0.23), 0)

    def is_covered(self):
        """Whether a page is laid over the window, which darkens its corner."""
        return self.lines_of_colour("white", CORNER, fuzz=12)[0] < 0.5

    def has_proposal(self):
        """Whether the page that is laid over the window has a button in the colour of what is proposed: a block of it, not only a word."""
        return sum(share > 0.08 for share in self.lines_of_colour(LINK_COLOUR, PAGE)) > 15

    def is_still(self):
        """Whether nothing is painted any more."""
        look = 'import -silent -window "$window" rgb:- | cksum'
        return self.hands(look) == self.hands(look)

    def lines_of_colour(self, colour, part, fuzz=20):
        """How much of each line of a part of the window, from the top, has a colour: 0 to 1."""
        rows = self.hands('import -silent -window "$window" miff:- | convert - -crop "$1" +repage -fuzz "$3%" -fill black +opaque "$2" '
                          '-fill white -opaque "$2" -scale "1x$4!" -depth 8 txt:-', part, colour, fuzz, re.search(r"x(\d+)", part).group(1))
        return [int(each) / 255 for each in re.findall(r"^0,\d+: \((\d+)", rows, re.MULTILINE)]

    def server_log(self):
        """Opens the last tab; a table takes the one key for itself, a text the other."""
        self.hands('click "$VIEW"; keys ctrl+Tab; click "$VIEW"; keys ctrl+Next')

    def copied(self):
        """The lines of the tab that is open; none when it is empty."""
        file = self.lab.scratch / f"{self.machine.name}.copied"
        self.hands('copied "$1" || true', file)
        return file.read_text(encoding="utf-8", errors="replace").splitlines()

    def shot(self, name):
        """A picture of the screen; gives its path."""
        self.hands('shot "$1"', name)
        return f"target/screenshots/lab-{name}.png"

    def close(self):
        self.hands("keys ctrl+q")
        self.program.ends()
