"""Sends the same word in capitals again and again, which a reply does not change."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

server = ("127.0.0.1", int(sys.argv[1]))
c = socket(AF_INET, SOCK_DGRAM)
c.settimeout(3)
for n in range(1, 11):
    c.sendto(b"PING", server)
    d, a = c.recvfrom(1024)
    print("heard", d.decode())
