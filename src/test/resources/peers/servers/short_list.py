"""Has a delay for five datagrams; the sixth ends it."""
import sys
import time
from socket import AF_INET, SOCK_DGRAM, socket

s = socket(AF_INET, SOCK_DGRAM)
s.bind(("", int(sys.argv[1])))
print("listening", s.getsockname()[1])
delays = [0.01, 0.02, 0, 0.03, 0.01]
n = 0
while True:
    d, a = s.recvfrom(1024)
    print("received", d.decode())
    time.sleep(delays[n])
    n += 1
    s.sendto(d, a)
