/**
 * The program and its libraries, merged into one module that is linked into the packages' runtime. Only there:
 * everything else runs on the class path, since some libraries are no modules.
 */
open module pingmonitor {
    requires java.logging;
    requires java.xml;
    requires javafx.controls;
    requires javafx.fxml;

    uses org.kordamp.ikonli.IkonHandler;
    uses org.kordamp.ikonli.IkonProvider;
    uses org.slf4j.spi.SLF4JServiceProvider;

    provides org.kordamp.ikonli.IkonHandler with
            org.kordamp.ikonli.IkonliIkonResolver,
            org.kordamp.ikonli.feather.FeatherIkonHandler;
    provides org.kordamp.ikonli.IkonProvider with
            org.kordamp.ikonli.IkonliIkonProvider,
            org.kordamp.ikonli.feather.FeatherIkonProvider;
    provides org.slf4j.spi.SLF4JServiceProvider with
            org.slf4j.nop.NOPServiceProvider;
}
