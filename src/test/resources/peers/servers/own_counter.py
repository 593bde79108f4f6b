"""Counts what it received since it was started, and answers with that and its own time."""
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
count = 0
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    count += 1
    s.sendto(b"Ping %d %.6f" % (count, time.time()), a)
