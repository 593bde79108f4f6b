"""The lab's UDP ping client, from its description: ten pings, a second for each reply, replies not matched to pings.

Prints "REPLY RTT" (seconds) or "Request timed out" for each, then "N sent, M received"; exits 0 if any reply came.
The benchmarks ask for more pings, with a pause between them, and filled up to a size; a busy machine may need longer than a second.
"""
import argparse
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket, timeout

options = argparse.ArgumentParser()
options.add_argument("--host", default="127.0.0.1")
options.add_argument("--port", type=int, default=12000)
options.add_argument("--count", type=int, default=10)
options.add_argument("--pause", type=float, default=0, help="seconds")
options.add_argument("--timeout", type=float, default=1, help="seconds for each reply")
options.add_argument("--size", type=int, default=0, help="bytes")
options = options.parse_args()

client = socket(AF_INET, SOCK_DGRAM)
client.settimeout(options.timeout)
received = 0
for sequence in range(1, options.count + 1):
    if sequence > 1 and options.pause > 0:
        time.sleep(options.pause)
    start = time.time()
    client.sendto(f"Ping {sequence} {start:.6f}".ljust(options.size).encode(), (options.host, options.port))
    try:
        reply, server = client.recvfrom(1024)
        received += 1
        print(reply.decode(), f"{time.time() - start:.6f}", flush=True)
    except timeout:
        print("Request timed out", flush=True)
print(f"{options.count} sent, {received} received", flush=True)
sys.exit(0 if received else 1)
