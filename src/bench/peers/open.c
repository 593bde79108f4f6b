/*
 * open PORT SOCKETS RATE COUNT: sends COUNT datagrams, RATE a second, from SOCKETS ports in turn, whatever comes back. Prints
 * "sent answered wrong seconds-of-sending", then of every ping its port, number and round trip time in nanoseconds (0: no
 * reply within a second of the last). A reply is wrong that is not, without regard to case, what its port sent with its number.
 */
#include "peer.h"
#include <sys/epoll.h>
#include <sys/resource.h>

#define SPIN_NS 200000

struct ping {
    long long sent, rtt;
    char message[MESSAGE_BYTES];
};

static long sockets, count, answered, wrong;
static struct ping *pings;
static int *ports;

static void receive(int s, long place) {
    char reply[LARGEST_DATAGRAM];
    ssize_t length;
    while ((length = recv(s, reply, sizeof reply - 1, MSG_DONTWAIT)) > 0) {
        long long stamp = now_ns();
        reply[length] = 0;
        long number, i = -1;
        if (sscanf(reply + 4, "%ld", &number) == 1) i = (number - 1) * sockets + place;
        if (i < 0 || i >= count || length != MESSAGE_BYTES || pings[i].rtt || strncasecmp(reply, pings[i].message, length)) {
            wrong++;
            continue;
        }
        pings[i].rtt = stamp - pings[i].sent;
        answered++;
    }
}

int main(int argc, char **argv) {
    if (argc != 5) return 2;
    sockets = atol(argv[2]), count = atol(argv[4]);
    double gap = SECOND / atof(argv[3]);
    pings = calloc(count, sizeof *pings);
    int *s = calloc(sockets, sizeof *s), epoll = epoll_create1(0);
    ports = calloc(sockets, sizeof *ports);
    struct rlimit files = {sockets + 100, sockets + 100};
    setrlimit(RLIMIT_NOFILE, &files);
    for (long i = 0; i < sockets; i++) {
        s[i] = client_socket(atoi(argv[1]));
        ports[i] = port_of(s[i]);
        struct epoll_event reading = {.events = EPOLLIN, .data.u64 = i};
        if (epoll_ctl(epoll, EPOLL_CTL_ADD, s[i], &reading)) die("epoll_ctl");
    }
    memset(pings, 1, count * sizeof *pings); /* no page is fetched while the clock runs */
    for (long i = 0; i < count; i++) pings[i].rtt = 0;

    long next = 0;
    long long begin = now_ns(), last = begin;
    while (answered < count) {
        long long now = now_ns(), due = next < count ? begin + (long long)(next * gap) : last + SECOND;
        if (now >= due) {
            if (next == count) break;
            write_message(pings[next].message, next / sockets + 1);
            pings[next].sent = last = now_ns();
            if (send(s[next % sockets], pings[next].message, MESSAGE_BYTES, 0) < 0) die("send");
            next++;
        }
        /* A sleep is late by some 50 us: the end of each wait is spun. */
        long long wait = due - now < SPIN_NS ? 0 : due - now - SPIN_NS;
        struct timespec patience = {wait / SECOND, wait % SECOND};
        struct epoll_event ready[64];
        int n = epoll_pwait2(epoll, ready, 64, &patience, NULL);
        for (int i = 0; i < n; i++) receive(s[ready[i].data.u64], ready[i].data.u64);
    }
    printf("%ld %ld %ld %.6f\n", next, answered, wrong, (double)(last - begin) / SECOND);
    for (long i = 0; i < count; i++) printf("%d %ld %lld\n", ports[i % sockets], i / sockets + 1, pings[i].rtt);
}
