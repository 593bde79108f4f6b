package pingmonitor.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Draws texts out of examples: put together, cut, repeated, and with characters that somebody forgot to think of. */
public final class AnyText {
    private static final int LONGEST = 5_000;

    private static final List<String> ODD =
            List.of(
                    "",
                    " ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\0",
                    "\u00a0",
                    "\u202e",
                    "\ud83d\ude00",
                    "\ud83d",
                    "٣",
                    "ı",
                    "İ",
                    "é",
                    "服",
                    "-",
                    "--",
                    "+",
                    ".",
                    "..",
                    ",",
                    ":",
                    "::",
                    "[",
                    "]",
                    "%",
                    "%s",
                    "@",
                    "@/dev/zero",
                    "'",
                    "\"",
                    "\\",
                    "\\u12",
                    "\\uzzzz",
                    "{0}",
                    "${x}",
                    "$",
                    "=",
                    "#",
                    "/",
                    "0",
                    "00",
                    "1",
                    "-1",
                    "1e9",
                    "1e999999999",
                    "1e-999999999",
                    "NaN",
                    "Infinity",
                    "0x1",
                    "9223372036854775808",
                    "99999999999999999999999",
                    "null",
                    "true",
                    "a",
                    "x".repeat(64),
                    "x".repeat(254),
                    "9".repeat(400));

    private final SplittableRandom random;
    private final List<String> examples;

    /**
     * @param examples what is good, or nearly
     */
    public AnyText(SplittableRandom random, List<String> examples) {
        this.random = random;
        this.examples = examples;
    }

    /** The next text. */
    public String next() {
        StringBuilder text = new StringBuilder(one());
        for (int times = random.nextInt(5); times > 0 && text.length() < LONGEST; times--) {
            change(text);
        }
        if (random.nextInt(200) == 0) {
            String part = text.isEmpty() ? "a" : text.toString();
            text.append(part.repeat(LONGEST / part.length() + 1)).append(one());
        }
        return text.toString();
    }

    private void change(StringBuilder text) {
        int place = random.nextInt(text.length() + 1);
        switch (random.nextInt(6)) {
            case 0 -> text.setLength(place);
            case 1 -> text.delete(0, place);
            case 2 -> text.delete(place, Math.min(text.length(), place + 1));
            case 3 -> text.insert(place, (char) random.nextInt(0x250));
            case 4 -> text.insert(place, one());
            default -> text.append(one());
        }
    }

    private String one() {
        List<String> from = random.nextInt(3) == 0 ? ODD : examples;
        return from.get(random.nextInt(from.size()));
    }
}
