"""A client in the manner of the book's Java lab: "PING sequence milliseconds CR LF", numbers from 0.

With --times-each 2 it is the student's variant that sends every number twice. Prints as lab_client.py does.
"""
import argparse
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket, timeout

options = argparse.ArgumentParser()
options.add_argument("--host", default="127.0.0.1")
options.add_argument("--port", type=int, default=12000)
options.add_argument("--times-each", type=int, default=1)
options.add_argument("--timeout", type=float, default=1, help="seconds")
options = options.parse_args()

client = socket(AF_INET, SOCK_DGRAM)
client.settimeout(options.timeout)
sent = received = 0
for sequence in range(10):
    stamp = int(time.time() * 1000)
    for _ in range(options.times_each):
        start = time.time()
        client.sendto(f"PING {sequence} {stamp}\r\n".encode(), (options.host, options.port))
        sent += 1
        try:
            reply, server = client.recvfrom(1024)
            received += 1
            print(reply.decode().strip(), f"{time.time() - start:.6f}", flush=True)
        except timeout:
            print("Request timed out", flush=True)
print(f"{sent} sent, {received} received", flush=True)
sys.exit(0 if received else 1)
