"""Sends its whole buffer back, with what earlier messages left in it."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
b = bytearray(128)
while True:
    n, a = s.recvfrom_into(b)
    print("received", b[:n].decode())
    s.sendto(b, a)
