"""Reads the time as a number and writes it with three decimals."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    t = d.split()
    s.sendto(b"Ping %s %.3f" % (t[1], float(t[2])), a)
