"""lenient ADDRESS: NAT-PMP (RFC 6886) of a router that opens ports although its own outside address is none of the internet's; miniupnpd
would refuse. It knows one port at a time."""
import socket
import struct
import subprocess
import sys
import time

outside = socket.inet_aton(sys.argv[1])
began = time.monotonic()


def nft(*words):
    subprocess.run(["nft", *words], check=True, timeout=10)


with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as server:
    server.bind(("", 5351))
    print("ready", flush=True)
    while True:
        request, client = server.recvfrom(1100)
        epoch = int(time.monotonic() - began)
        if request[:1] != b"\0":  # a newer protocol: "unsupported version"
            answer = struct.pack("!BBHI", 0, 128, 1, epoch)
        elif request[1:2] == b"\0":
            answer = struct.pack("!BBHI", 0, 128, 0, epoch) + outside
        else:
            inner, outer, seconds = struct.unpack_from("!HHI", request, 4)
            nft("flush", "chain", "inet", "home", "opened")
            if seconds:
                nft("add", "rule", "inet", "home", "opened", f"iifname wan udp dport {outer} dnat ip to {client[0]}:{inner}")
            answer = struct.pack("!BBHIHHI", 0, 129, 0, epoch, inner, outer, seconds)
        server.sendto(answer, client)
