"""Keeps a list of its clients, by address and port, and greets them."""
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
clients = []
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    if a not in clients:
        clients.append(a)
        print("new client", a)
    s.sendto(b"Hello, client", a)
