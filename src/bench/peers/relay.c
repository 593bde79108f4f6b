/*
 * relay PORT: passes datagrams on to PORT and their answers back, and stamps what comes from the client right after it is read.
 * Ended by SIGTERM, it prints of each its time in nanoseconds and its first 24 bytes in hex.
 */
#include "peer.h"
#include <poll.h>
#include <signal.h>

#define MOST 1000000
#define HEAD 24

static struct {
    long long at;
    unsigned char head[HEAD];
} stamps[MOST];
static volatile sig_atomic_t ended;

static void end(int signal) {
    (void)signal;
    ended = 1;
}

int main(int argc, char **argv) {
    if (argc != 2) return 2;
    static char data[LARGEST_DATAGRAM];
    struct sigaction ending = {.sa_handler = end};
    sigaction(SIGTERM, &ending, NULL);
    memset(stamps, 1, sizeof stamps); /* no page is fetched while it stamps */
    int outer = serving_socket(), inner = client_socket(atoi(argv[1]));
    struct pollfd sides[] = {{outer, POLLIN, 0}, {inner, POLLIN, 0}};
    struct sockaddr_in client;
    long count = 0;
    while (!ended) {
        if (poll(sides, 2, -1) < 0) continue;
        if (sides[0].revents) {
            socklen_t size = sizeof client;
            ssize_t length = recvfrom(outer, data, sizeof data, 0, (struct sockaddr *)&client, &size);
            long long at = now_ns();
            if (length < 0 || count == MOST) die("recvfrom");
            stamps[count].at = at;
            memcpy(stamps[count++].head, data, length < HEAD ? length : HEAD);
            send(inner, data, length, 0);
        }
        if (sides[1].revents) {
            ssize_t length = recv(inner, data, sizeof data, 0);
            if (length >= 0) sendto(outer, data, length, 0, (struct sockaddr *)&client, sizeof client);
        }
    }
    for (long i = 0; i < count; i++) {
        printf("%lld ", stamps[i].at);
        for (int b = 0; b < HEAD; b++) printf("%02x", stamps[i].head[b]);
        printf("\n");
    }
}
