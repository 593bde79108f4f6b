"""Has one socket to receive and another one to reply."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
r = socket(AF_INET, SOCK_DGRAM)
r.bind(("", 0))
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    r.sendto(d.upper(), a)
