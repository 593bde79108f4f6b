package pingmonitor.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pingmonitor.host.MachineName;

class ServiceNameTest {
    @Test
    void aNameIsTakenWithoutTheBlanksAroundIt() {
        assertEquals(Optional.of(new ServiceName("Sala 3. Ana")), ServiceName.of(" Sala 3. Ana\t"));
    }

    @Test
    void sixtyThreeBytesAreTheMost() {
        assertTrue(ServiceName.of("a".repeat(63)).isPresent());
        assertTrue(ServiceName.of("a".repeat(64)).isEmpty());
        assertTrue(ServiceName.of("ã".repeat(31) + "a").isPresent());
        assertTrue(ServiceName.of("ã".repeat(32)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D\uDC69\u200D\uD83C\uDFEB Ana", "\uD83E\uDEE0", "\uD83E\uDFF1"})
    void emojiCanBeTypedAlsoThoseThatThisJavaDoesNotKnow(String typed) {
        assertEquals(Optional.of(new ServiceName(typed)), ServiceName.of(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\nb", "a\u0000", "\u202Eana", "a\uD800"})
    void aNameThatCannotBeShownIsRefused(String typed) {
        assertEquals(Optional.empty(), ServiceName.of(typed));
        assertThrows(IllegalArgumentException.class, () -> new ServiceName(typed));
    }

    @Test
    void machineTakesTheFirstUsableName() {
        assertEquals(
                new ServiceName("ana"),
                ServiceName.firstOf(
                        MachineName.candidates(
                                Stream.of(
                                        Optional::empty,
                                        () -> Optional.of("localhost.localdomain"),
                                        () -> Optional.of("\n"),
                                        () -> Optional.of("ana.escola.example\n"),
                                        () -> Optional.of("bia")))));
        assertEquals(
                ServiceName.NAMELESS,
                ServiceName.firstOf(MachineName.candidates(Stream.of(Optional::empty))));
        assertTrue(ServiceName.ofThisMachine().text().length() > 0);
    }
}
