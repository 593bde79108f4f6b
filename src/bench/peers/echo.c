/* echo: answers every datagram with the same bytes. */
#include "peer.h"

int main(void) {
    static char data[LARGEST_DATAGRAM];
    int s = serving_socket();
    for (;;) {
        struct sockaddr_in from;
        socklen_t size = sizeof from;
        ssize_t length = recvfrom(s, data, sizeof data, 0, (struct sockaddr *)&from, &size);
        if (length < 0) die("recvfrom");
        sendto(s, data, length, 0, (struct sockaddr *)&from, size);
    }
}
