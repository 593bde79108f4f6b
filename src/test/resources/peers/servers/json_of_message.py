"""Expects JSON: a ping ends it."""
import json
import sys
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    m = json.loads(d)
    m["reply"] = True
    s.sendto(json.dumps(m).encode(), a)
