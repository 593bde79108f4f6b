package pingmonitor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** The command lines of {@code src/packaging/build.xml}, with the values of one system in them. */
final class BuildFile {
    private static final Path FILE = Path.of("src/packaging/build.xml");
    private static final Pattern REFERENCE = Pattern.compile("[$@]\\{([^}]+)}");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final Map<String, String> values;

    /**
     * @param values of the properties and attributes that stand in the lines
     */
    BuildFile(Map<String, String> values) {
        this.values = values;
    }

    /** What the file makes of a text by the regular expression that it has for files of a name. */
    String replaced(String file, String text)
            throws ParserConfigurationException, IOException, SAXException {
        NodeList all = elements("replaceregexp");
        String replaced = text;
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element.getAttribute("file").endsWith("/" + file)) {
                int flags = element.getAttribute("flags").contains("s") ? Pattern.DOTALL : 0;
                replaced =
                        Pattern.compile(element.getAttribute("match"), flags)
                                .matcher(replaced)
                                .replaceAll(element.getAttribute("replace"));
            }
        }
        return replaced;
    }

    /** The arguments of each call of a program of the JDK, in the order of the file. */
    List<List<String>> calls(String program)
            throws ParserConfigurationException, IOException, SAXException {
        NodeList all = elements("*");
        List<List<String>> calls = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            String called = element.getAttribute("tool") + element.getAttribute("executable");
            if (called.equals("${jdk}/bin/" + program)) {
                calls.add(arguments(element));
            }
        }
        return calls;
    }

    private static NodeList elements(String tag)
            throws ParserConfigurationException, IOException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(FILE.toFile())
                .getElementsByTagName(tag);
    }

    private List<String> arguments(Element call) {
        List<String> arguments = new ArrayList<>();
        NodeList all = call.getElementsByTagName("arg");
        for (int i = 0; i < all.getLength(); i++) {
            Element argument = (Element) all.item(i);
            if (argument.hasAttribute("line")) {
                Matcher words = WORD.matcher(filled(argument.getAttribute("line")));
                while (words.find()) {
                    arguments.add(words.group(1) == null ? words.group(2) : words.group(1));
                }
            } else {
                arguments.add(
                        filled(argument.getAttribute("value") + argument.getAttribute("file")));
            }
        }
        return arguments;
    }

    private String filled(String text) {
        return REFERENCE
                .matcher(text)
                .replaceAll(
                        found -> {
                            String value = values.get(found.group(1));
                            if (value == null) {
                                throw new IllegalStateException("no value for " + found.group());
                            }
                            return Matcher.quoteReplacement(value);
                        });
    }
}
