"""Sends its buffer back up to the first zero byte, as a server in C that never clears it."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
b = bytearray(1024)
while True:
    n, a = s.recvfrom_into(b)
    print("received", b[:n].decode())
    s.sendto(b[:b.find(0)], a)
