/* client PORT COUNT PAUSE-US: pings one after the other, blocking; then prints every round trip time in nanoseconds. */
#include "peer.h"

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int s = client_socket(atoi(argv[1]));
    long count = atol(argv[2]), pause_us = atol(argv[3]);
    struct timespec pause = {pause_us / 1000000, pause_us % 1000000 * 1000};
    long long *rtt = calloc(count, sizeof *rtt);
    char message[MESSAGE_BYTES], reply[LARGEST_DATAGRAM];
    alarm(5 + count * (pause_us + 1000) / 1000000); /* a lost reply would be waited for without end */
    for (long i = 0; i < count; i++) {
        if (i > 0 && pause_us > 0) clock_nanosleep(CLOCK_MONOTONIC, 0, &pause, NULL);
        write_message(message, i + 1);
        long long sent = now_ns();
        if (send(s, message, sizeof message, 0) < 0) die("send");
        ssize_t length = recv(s, reply, sizeof reply, 0);
        rtt[i] = now_ns() - sent;
        if (length != sizeof message) die("recv");
    }
    for (long i = 0; i < count; i++) printf("%lld\n", rtt[i]);
}
