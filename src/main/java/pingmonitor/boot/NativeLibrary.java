package pingmonitor.boot;

import java.util.Optional;

/** The beginning of a native library, which says for which system and processor it was made. */
final class NativeLibrary {
    /** Windows has its word on the processor behind a small program for DOS. */
    static final int HEAD_BYTES = 1024;

    private static final int ELF = 0x464c457f;
    private static final int ELF_MACHINE_AT = 18;
    private static final int DOS = 0x5a4d;
    private static final int PE_OFFSET_AT = 0x3c;
    private static final int PE = 0x4550;
    private static final int MACH_O = 0xfeedfacf;
    private static final int MACH_O_PROCESSOR_AT = 4;

    private NativeLibrary() {}

    /** Nothing for what is no library of a known system and processor. */
    static Optional<Computer> madeFor(byte[] head) {
        if (number(head, 0, 4) == ELF) {
            return computer(Computer.LINUX, elf(number(head, ELF_MACHINE_AT, 2)));
        } else if (number(head, 0, 2) == DOS) {
            int pe = number(head, PE_OFFSET_AT, 4);
            return number(head, pe, 4) == PE
                    ? computer(Computer.WINDOWS, windows(number(head, pe + 4, 2)))
                    : Optional.empty();
        } else if (number(head, 0, 4) == MACH_O) {
            return computer(Computer.MACOS, mac(number(head, MACH_O_PROCESSOR_AT, 4)));
        }
        return Optional.empty();
    }

    private static Optional<Computer> computer(String system, String processor) {
        return processor.isEmpty()
                ? Optional.empty()
                : Optional.of(new Computer(system, processor));
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
