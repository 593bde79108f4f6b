"""The servers that students write instead of the lab's own: one loop, four answers, a blocking sleep.

Prints "listening PORT", then one line a datagram: "dropped TEXT", "held TEXT" or "replied TEXT".
"""
import argparse
import random
import time
from socket import AF_INET, SOCK_DGRAM, socket

ANSWERS = {
    "upper": lambda message: message.upper(),
    "plain": lambda message: message,
    "own-text": lambda message: b"Hello from the server, message received",
    "crlf": lambda message: message.upper() + b"\r\n",
}

options = argparse.ArgumentParser()
options.add_argument("--port", type=int, default=12000)
options.add_argument("--answer", choices=ANSWERS, default="upper")
options.add_argument("--seed", type=int)
options.add_argument("--delay-up-to", type=int, default=0, metavar="MS", help="even delay, as the book's Java server")
options.add_argument("--script", default="", help="fate of the first datagrams: 'drop', 'hold' (answer it only"
                     " when the next one is in) or milliseconds of delay, joined by commas")
options = options.parse_args()
chance = random.Random(options.seed)
script = options.script.split(",") if options.script else []

server = socket(AF_INET, SOCK_DGRAM)
server.bind(("", options.port))
print("listening", server.getsockname()[1], flush=True)
held = []


def reply(message, address):
    server.sendto(ANSWERS[options.answer](message), address)


while True:
    message, address = server.recvfrom(1024)
    while held:
        reply(*held.pop())
    fate = script.pop(0) if script else str(chance.randint(0, options.delay_up_to))
    text = message.decode("utf-8", "replace").strip()
    if fate == "drop":
        print("dropped", text, flush=True)
    elif fate == "hold":
        held.append((message, address))
        print("held", text, flush=True)
    else:
        time.sleep(int(fate) / 1000)
        reply(message, address)
        print("replied", text, flush=True)
