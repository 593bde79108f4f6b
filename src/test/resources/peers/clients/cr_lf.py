"""Ends its pings with CR and LF."""
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket

server = ("127.0.0.1", int(sys.argv[1]))
c = socket(AF_INET, SOCK_DGRAM)
c.settimeout(3)
for n in range(1, 11):
    c.sendto(b"Ping %d %.6f\r\n" % (n, time.time()), server)
    d, a = c.recvfrom(1024)
    print("heard", d.decode().strip())
