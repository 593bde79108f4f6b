/** The smallest window there can be, for comparison. */
module smallest {
    requires javafx.controls;

    exports smallest;
}
