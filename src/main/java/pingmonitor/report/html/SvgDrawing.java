package pingmonitor.report.html;

/** The shapes of a chart, as SVG; their colours are in the style sheet. */
final class SvgDrawing {
    private final MarkupWriter out;

    SvgDrawing(MarkupWriter out) {
        this.out = out;
    }

    /**
     * Begins a drawing; its coordinates go from 0 to width and height.
     *
     * @param id also its class
     * @param description what somebody who does not see it would want to know
     */
    static void begin(
            MarkupWriter out,
            String id,
            double width,
            double height,
            String title,
            String description) {
        out.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + SvgPath.number(width) + " " + SvgPath.number(height),
                "class",
                "chart " + id,
                "role",
                "img",
                "aria-labelledby",
                id + "-title " + id + "-text");
        out.element("title", title, "id", id + "-title");
        out.element("desc", description, "id", id + "-text").line();
    }

    void rectangle(String style, double x, double y, double width, double height) {
        out.empty(
                "rect",
                "class",
                style,
                "x",
                SvgPath.number(x),
                "y",
                SvgPath.number(y),
                "width",
                SvgPath.number(width),
                "height",
                SvgPath.number(height));
    }

    void path(String style, SvgPath path) {
        if (!path.isEmpty()) {
            out.empty("path", "class", style, "d", path.toString()).line();
        }
    }

    void label(double x, double y, String text, String style) {
        out.element("text", text, "class", style, "x", SvgPath.number(x), "y", SvgPath.number(y));
    }
}
