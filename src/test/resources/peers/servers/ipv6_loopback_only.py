"""Listens at ::1 alone, which some systems call localhost."""
import sys
from socket import AF_INET6, SOCK_DGRAM, socket

s = socket(AF_INET6, SOCK_DGRAM)
s.bind(("::1", int(sys.argv[1])))
print("listening", s.getsockname()[1])
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    s.sendto(d.upper(), a)
