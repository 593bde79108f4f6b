"""clamp PORT HOST HOSTS_PORT SECONDS: hands TCP connections on to a UPnP IGD, and makes of every lease that is asked for one of so many
seconds, as some routers do; miniupnpd would grant any."""
import re
import socket
import sys
import threading

port, host, hosts_port, seconds = int(sys.argv[1]), sys.argv[2], int(sys.argv[3]), sys.argv[4]


def clamped(match):
    # As long as it was, because the length of the whole has been told before.
    return match.group(1) + seconds.encode().rjust(len(match.group(2)), b"0")


def request(connection):
    """One whole request: its head, and as much as the head says."""
    data = b""
    while b"\r\n\r\n" not in data:
        data += received(connection)
    head, _, body = data.partition(b"\r\n\r\n")
    length = re.search(rb"(?i)content-length:\s*(\d+)", head)
    while length and len(body) < int(length.group(1)):
        body += received(connection)
    return head + b"\r\n\r\n" + re.sub(rb"(<NewLeaseDuration[^>]*>)([1-9]\d+)", clamped, body)


def received(connection):
    data = connection.recv(65536)
    if not data:
        raise ConnectionError
    return data


def serve(connection):
    try:
        with connection, socket.create_connection((host, hosts_port), 10) as igd:
            connection.settimeout(10)
            igd.sendall(request(connection))
            # The answer ends with the connection: miniupnpd closes it.
            while data := igd.recv(65536):
                connection.sendall(data)
    except OSError:
        return


with socket.create_server(("", port)) as server:
    print("ready", flush=True)
    while True:
        threading.Thread(target=serve, args=(server.accept()[0],), daemon=True).start()
