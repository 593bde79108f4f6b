package pingmonitor.boot;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** A class path by its resources. */
final class FakeContents implements JarContents {
    private final Map<String, byte[]> resources = new HashMap<>();

    /** All libraries, JavaFX compiled for a version of Java, without native libraries. */
    static FakeContents complete(int javaOfJavaFx) {
        FakeContents contents = new FakeContents();
        for (String[][] parts :
                new String[][][] {StartupCheck.OF_COMMANDS, StartupCheck.OF_WINDOW}) {
            for (String[] part : parts) {
                contents.with(part[1], classFor(javaOfJavaFx));
            }
        }
        return contents;
    }

    FakeContents with(String resource, byte[] bytes) {
        resources.put(resource, bytes);
        return this;
    }

    FakeContents without(String resource) {
        resources.remove(resource);
        return this;
    }

    @Override
    public boolean has(String resource) {
        return resources.containsKey(resource);
    }

    @Override
    public byte[] head(String resource, int atMost) {
        byte[] bytes = resources.getOrDefault(resource, new byte[0]);
        return Arrays.copyOf(bytes, Math.min(bytes.length, atMost));
    }

    private static byte[] classFor(int java) {
        return new byte[] {
            (byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe, 0, 0, 0, (byte) (44 + java)
        };
    }
}
