package pingmonitor.ui.app;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibraryCacheTest {
    @TempDir Path folder;

    /** A null character is in no name on any system, as {@code é} is in none in the locale C. */
    @Test
    void folderWhoseNameCannotBeWrittenIsNotUsable() {
        assertTrue(NativeLibraryCache.isUsable(folder.toString()));
        assertFalse(NativeLibraryCache.isUsable("/home/\0"));
        assertFalse(NativeLibraryCache.isUsable(""));
    }

    @Test
    void folderIsDeletedWithAllThatJavaFxPutIntoIt() throws IOException {
        Path cache = folder.resolve("cache");
        Files.createDirectories(cache.resolve("21/amd64"));
        Files.writeString(cache.resolve("21/amd64/libprism_sw.so"), "library");

        NativeLibraryCache.delete(cache);

        assertFalse(Files.exists(cache));
    }
}
