"""Listens with TCP."""
import sys
from socket import AF_INET, SOCK_STREAM, socket

s = socket(AF_INET, SOCK_STREAM)
s.bind(("", int(sys.argv[1])))
s.listen()
print("listening", s.getsockname()[1])
while True:
    c, a = s.accept()
    d = c.recv(1024)
    print("received", d.decode())
    c.send(d.upper())
    c.close()
