package pingmonitor.boot;

import java.util.Locale;
import java.util.Optional;

/**
 * System and processor that native libraries are made for, in words such as {@code Linux x64}: read from Java's
 * properties or from the head of a library.
 */
final class NativePlatform {
    static final String LINUX = "Linux";
    static final String WINDOWS = "Windows";
    static final String MACOS = "macOS";

    /** How much of a library is read: Windows names the processor behind a small program for DOS. */
    static final int HEAD_BYTES = 1024;

    private static final int ELF = 0x464c457f;
    private static final int ELF_MACHINE_AT = 18;
    private static final int DOS = 0x5a4d;
    private static final int PE_OFFSET_AT = 0x3c;
    private static final int PE = 0x4550;
    private static final int MACH_O = 0xfeedfacf;
    private static final int MACH_O_PROCESSOR_AT = 4;

    private NativePlatform() {}

    /** From the properties {@code os.name} and {@code os.arch}, each of which has several words for the same. */
    static String of(String osName, String osArch) {
        return system(osName) + " " + processor(osArch);
    }

    /** From the first bytes of a library; nothing when they are of no library of a known system and processor. */
    static Optional<String> ofLibrary(byte[] head) {
        int pe = number(head, PE_OFFSET_AT, 4);
        if (number(head, 0, 4) == ELF) {
            return named(LINUX, elf(number(head, ELF_MACHINE_AT, 2)));
        } else if (number(head, 0, 2) == DOS && number(head, pe, 4) == PE) {
            return named(WINDOWS, windows(number(head, pe + 4, 2)));
        } else if (number(head, 0, 4) == MACH_O) {
            return named(MACOS, mac(number(head, MACH_O_PROCESSOR_AT, 4)));
        }
        return Optional.empty();
    }

    /**
     * The platform that the program is made for on computers of this one. On Windows it is one for all: a 64-bit
     * Windows runs it also when its Java has 32 bits, and Windows for ARM does, too.
     */
    static String ofProgram(String platform) {
        return platform.startsWith(WINDOWS) ? WINDOWS + " x64" : platform;
    }

    private static String system(String osName) {
        if (osName.startsWith(WINDOWS)) {
            return WINDOWS;
        }
        return osName.startsWith("Mac") ? MACOS : osName;
    }

    private static String processor(String osArch) {
        switch (osArch.toLowerCase(Locale.ROOT)) {
            case "amd64":
            case "x86_64":
                return "x64";
            case "arm64":
                return "aarch64";
            case "i386":
            case "i486":
            case "i586":
            case "i686":
                return "x86";
            default:
                return osArch;
        }
    }

    private static Optional<String> named(String system, String processor) {
        return processor.isEmpty() ? Optional.empty() : Optional.of(system + " " + processor);
    }

    private static String elf(int machine) {
        switch (machine) {
            case 0x3e:
                return "x64";
            case 0xb7:
                return "aarch64";
            case 0x03:
                return "x86";
            case 0x28:
                return "arm";
            default:
                return "";
        }
    }

    private static String windows(int machine) {
        switch (machine) {
            case 0x8664:
                return "x64";
            case 0xaa64:
                return "aarch64";
            case 0x014c:
                return "x86";
            default:
                return "";
        }
    }

    private static String mac(int processor) {
        switch (processor) {
            case 0x01000007:
                return "x64";
            case 0x0100000c:
                return "aarch64";
            default:
                return "";
        }
    }

    /** Little-endian, as all of these are; 0 beyond the end. */
    private static int number(byte[] head, int at, int bytes) {
        if (at < 0 || at > head.length - bytes) {
            return 0;
        }
        int number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | head[at + i] & 0xff;
        }
        return number;
    }
}
