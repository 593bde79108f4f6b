"""Sends nothing but empty datagrams."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket, timeout

server = ("127.0.0.1", int(sys.argv[1]))
c = socket(AF_INET, SOCK_DGRAM)
c.settimeout(3)
for n in range(1, 11):
    c.sendto(b"", server)
    try:
        d, a = c.recvfrom(1024)
        print("heard", d.decode())
    except timeout:
        print("Request timed out")
