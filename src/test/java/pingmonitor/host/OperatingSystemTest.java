package pingmonitor.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatingSystemTest {
    @ParameterizedTest
    @CsvSource({
        "Linux, LINUX",
        "Windows 10, WINDOWS",
        "Windows Server 2022, WINDOWS",
        "Mac OS X, MACOS",
        "FreeBSD, OTHER",
        "Darwin, OTHER",
        "'', OTHER"
    })
    void aNameOfJavasIsUnderstood(String name, OperatingSystem system) {
        assertEquals(system, OperatingSystem.of(name));
    }
}
