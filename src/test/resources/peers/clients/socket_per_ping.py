"""Opens a socket for each ping."""
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket

server = ("127.0.0.1", int(sys.argv[1]))
for n in range(1, 11):
    with socket(AF_INET, SOCK_DGRAM) as c:
        c.settimeout(3)
        c.sendto(b"Ping %d %.6f" % (n, time.time()), server)
        d, a = c.recvfrom(1024)
        print("heard", d.decode())
