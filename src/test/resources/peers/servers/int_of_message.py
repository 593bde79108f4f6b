"""Expects a number and nothing else: a ping ends it."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    n = int(d)
    s.sendto(b"%d" % (n + 1), a)
