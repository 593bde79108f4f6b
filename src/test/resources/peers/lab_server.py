"""The lab's UDP ping server, from its description: upper-cases, and drops when randint(0, 10) < 4.

Prints "listening PORT", then one line a datagram: "dropped TEXT" or "replied TEXT".
"""
import argparse
import random
from socket import AF_INET, SOCK_DGRAM, socket

options = argparse.ArgumentParser()
options.add_argument("--port", type=int, default=12000)
options.add_argument("--seed", type=int)
options.add_argument("--loss", type=float, help="share from 0 to 1 instead of the lab's 4 of 11")
options = options.parse_args()
chance = random.Random(options.seed)

server = socket(AF_INET, SOCK_DGRAM)
server.bind(("", options.port))
print("listening", server.getsockname()[1], flush=True)

while True:
    drop = chance.randint(0, 10) < 4 if options.loss is None else chance.random() < options.loss
    message, address = server.recvfrom(1024)
    text = message.decode("utf-8", "replace").strip()
    if drop:
        print("dropped", text, flush=True)
        continue
    server.sendto(message.upper(), address)
    print("replied", text, flush=True)
