/* What the peers share: time, a socket on loopback, and a message like the lab's. */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define MESSAGE_BYTES 64
#define LARGEST_DATAGRAM 65536
#define SECOND 1000000000LL

static void die(const char *what) {
    perror(what);
    exit(1);
}

static inline long long now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return now.tv_sec * SECOND + now.tv_nsec;
}

static inline struct sockaddr_in loopback(int port) {
    return (struct sockaddr_in){.sin_family = AF_INET, .sin_port = htons(port), .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
}

/* Asks for as large a receive buffer as our own server does. */
static inline int udp_socket(void) {
    int bytes = 4 << 20, s = socket(AF_INET, SOCK_DGRAM, 0);
    if (s < 0) die("socket");
    setsockopt(s, SOL_SOCKET, SO_RCVBUF, &bytes, sizeof bytes);
    return s;
}

static inline int port_of(int s) {
    struct sockaddr_in at;
    socklen_t size = sizeof at;
    if (getsockname(s, (struct sockaddr *)&at, &size)) die("getsockname");
    return ntohs(at.sin_port);
}

/* Binds to a free port and says it in the first line of the output. */
static inline int serving_socket(void) {
    int s = udp_socket();
    struct sockaddr_in at = loopback(0);
    if (bind(s, (struct sockaddr *)&at, sizeof at)) die("bind");
    printf("%d\n", port_of(s));
    fflush(stdout);
    return s;
}

/* Connected, as our program's are. */
static inline int client_socket(int port) {
    int s = udp_socket();
    struct sockaddr_in to = loopback(port);
    if (connect(s, (struct sockaddr *)&to, sizeof to)) die("connect");
    return s;
}

/* "Ping <seq> <unix time>", filled with spaces. */
static inline void write_message(char *message, long seq) {
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    memset(message, ' ', MESSAGE_BYTES);
    message[sprintf(message, "Ping %ld %lld.%06ld", seq, (long long)now.tv_sec, now.tv_nsec / 1000)] = ' ';
}
