"""Sends its pings and closes the socket without having listened."""
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket

server = ("127.0.0.1", int(sys.argv[1]))
for n in range(1, 11):
    c = socket(AF_INET, SOCK_DGRAM)
    c.sendto(b"Ping %d %.6f" % (n, time.time()), server)
    c.close()
print("done")
