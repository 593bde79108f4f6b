/* closed PORT WINDOW SECONDS: keeps so many pings in flight; prints how many were answered and how many given up as lost. */
#include "peer.h"

int main(int argc, char **argv) {
    if (argc != 4) return 2;
    int s = client_socket(atoi(argv[1])), window = atoi(argv[2]);
    struct timeval patience = {0, 200000};
    setsockopt(s, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    char message[MESSAGE_BYTES], reply[LARGEST_DATAGRAM];
    long sent = 0, answered = 0, lost = 0, given_up = 0;
    long long begin = now_ns(), end = begin + (long long)(atof(argv[3]) * SECOND);
    while (now_ns() < end) {
        for (; sent - answered - lost < window; sent++) {
            write_message(message, sent + 1);
            if (send(s, message, sizeof message, 0) < 0) die("send");
        }
        ssize_t length = recv(s, reply, sizeof reply - 1, 0);
        if (length < 0 && errno != EAGAIN) die("recv");
        if (length < 0) {
            lost = sent - answered;
            given_up = sent;
            continue;
        }
        reply[length] = 0;
        /* What comes after it was given up is lost all the same. */
        if (length > 5 && strtol(reply + 5, NULL, 10) > given_up) answered++;
    }
    printf("%ld %ld %.6f\n", answered, lost, (double)(now_ns() - begin) / SECOND);
}
