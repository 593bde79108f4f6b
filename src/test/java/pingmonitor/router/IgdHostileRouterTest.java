package pingmonitor.router;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A UPnP router that points elsewhere, answers nonsense or never ends its answer does no harm. */
class IgdHostileRouterTest extends RouterClientFixture {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.2:%d/rootDesc.xml",
                "http://localhost:%d/rootDesc.xml",
                "https://127.0.0.1:%d/rootDesc.xml",
                "file:///etc/passwd?%d"
            })
    void aDescriptionAtAnotherAddressIsNotRead(String place) {
        router.onSearch =
                request ->
                        List.of(ScriptedRouter.found(place.formatted(router.http.getLocalPort())));
        assertEquals(MappingRefusal.Kind.ELSEWHERE, refusalOfTheSearch().kind());
        assertEquals(List.of(), router.httpRequests);
    }

    @Test
    void aServiceAtAnotherAddressIsNotAsked() {
        router.withUpnp().description =
                FakeIgd.DESCRIPTION
                        .replace("/ctl/IPConn", "http://127.0.0.2:1/ctl")
                        .replace("/ctl/PPPConn", "//localhost/ctl");
        assertEquals(MappingRefusal.Kind.ELSEWHERE, refusalOfTheSearch().kind());
    }

    @Test
    void aRedirectIsNotFollowed() {
        router.withUpnp().onHttp =
                (request, out) ->
                        ScriptedRouter.write(
                                out, "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n");
        assertEquals(
                MappingRefusal.of(MappingRefusal.Kind.OTHER, "HTTP 302"), refusalOfTheSearch());
    }

    @Test
    void aDescriptionThatNeverEndsIsAbandoned() {
        router.withUpnp().onHttp =
                (request, out) -> {
                    ScriptedRouter.write(out, "HTTP/1.1 200 OK\r\n\r\n<root>");
                    while (true) {
                        ScriptedRouter.write(out, "<a>".repeat(1_000));
                    }
                };
        assertEquals(MappingRefusal.Kind.NONSENSE, refusalOfTheSearch().kind());
    }

    @Test
    void aDescriptionThatDripsIsAbandonedAtTheDeadline() throws InterruptedException {
        CountDownLatch drips = new CountDownLatch(1);
        CountDownLatch left = new CountDownLatch(1);
        router.withUpnp().onHttp =
                (request, out) -> {
                    drips.countDown();
                    try {
                        ScriptedRouter.write(out, "HTTP/1.1 200 OK\r\n\r\n");
                        for (int i = 0; i < 100_000; i++) {
                            ScriptedRouter.write(out, " ");
                            LockSupport.parkNanos(5_000_000);
                        }
                    } finally {
                        left.countDown();
                    }
                };
        try (IgdClient client = upnp()) {
            assertInstanceOf(RouterClient.Denial.class, client.map(REQUEST, shortlyAfter(drips)));
        }
        assertTrue(left.await(30, TimeUnit.SECONDS), "the connection is closed");
    }

    @Test
    void aSilentServiceIsAbandonedAtTheDeadline() {
        router.withUpnp();
        try (IgdClient client = upnp()) {
            granted(client.map(REQUEST, soon()));
            router.igd.silentOnDelete = true;
            assertFalse(client.unmap(mapping(Protocol.UPNP), shortly()));
        }
    }

    @Test
    void anAnswerThatIsNotXmlIsNonsense() {
        router.withUpnp().onHttp =
                (request, out) ->
                        ScriptedRouter.write(
                                out, "HTTP/1.1 200 OK\r\n\r\n<html><body>Log in<br></body>");
        assertEquals(MappingRefusal.Kind.NONSENSE, refusalOfTheSearch().kind());
    }

    /**
     * The refusal after a search, which ends only at its deadline. A machine too slow to hear the answers by then
     * gets a longer deadline.
     */
    private MappingRefusal refusalOfTheSearch() {
        for (int millis = SHORT_MILLIS; ; millis *= 3) {
            try (IgdClient client = upnp()) {
                MappingRefusal refusal = denied(client.map(REQUEST, in(millis)));
                if (refusal.kind() != MappingRefusal.Kind.NO_ANSWER || millis > LONG_MILLIS) {
                    return refusal;
                }
            }
        }
    }
}
