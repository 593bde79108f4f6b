"""Replies with what it received before that."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
last = b""
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    if last:
        s.sendto(last, a)
    last = d
