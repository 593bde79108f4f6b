package pingmonitor.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pingmonitor.host.OperatingSystem;

class FirewallTest {
    @TempDir Path root;

    @Test
    void eachFirewallHasItsCommandForThePort() {
        assertEquals("sudo ufw allow 12001/udp", Firewall.UFW.command(12_001));
        assertEquals("sudo firewall-cmd --add-port=12001/udp", Firewall.FIREWALLD.command(12_001));
        assertEquals(
                "sudo nft insert rule inet filter input udp dport 12001 accept",
                Firewall.NFTABLES.command(12_001));
        assertEquals(
                "netsh advfirewall firewall add rule name=\"UDP Ping Monitor 12001\" dir=in"
                        + " action=allow protocol=UDP localport=12001",
                Firewall.WINDOWS.command(12_001));
        assertTrue(Firewall.MACOS.command(12_001).contains("socketfilterfw --unblockapp"));
    }

    @Test
    void windowsAndMacosHaveTheirOwnFirewall() {
        assertEquals(found(Firewall.WINDOWS, false), look("Windows 11"));
        assertEquals(found(Firewall.MACOS, false), look("Mac OS X"));
    }

    @Test
    void aSystemWithoutAFirewallGetsTheLikeliestOne() {
        assertEquals(new FirewallSearch.Found(Firewall.UFW, false, false), look("Linux"));
    }

    @Test
    void ufwIsOnWhenItsFileSaysSo() throws IOException {
        program("usr/sbin/ufw");
        file("etc/ufw/ufw.conf", "# comment\nENABLED=no\n");
        assertEquals(found(Firewall.UFW, false), look("Linux"));
        file("etc/ufw/ufw.conf", "LOGLEVEL=low\nENABLED=yes\n");
        assertEquals(found(Firewall.UFW, true), look("Linux"));
    }

    @Test
    void aFirewallThatStartsWithTheSystemCountsAsOn() throws IOException {
        program("usr/sbin/ufw");
        file("etc/ufw/ufw.conf", "ENABLED=no\n");
        program("usr/bin/firewall-cmd");
        link("multi-user.target.wants/firewalld.service");
        assertEquals(found(Firewall.FIREWALLD, true), look("Linux"));
    }

    @Test
    void nftablesAloneIsReportedOnlyIfItStartsWithTheSystem() throws IOException {
        program("usr/sbin/nft");
        assertEquals(new FirewallSearch.Found(Firewall.NFTABLES, false, false), look("Linux"));
        link("sysinit.target.wants/nftables.service");
        assertEquals(found(Firewall.NFTABLES, true), look("Linux"));
    }

    @Test
    void anUnreadableFileLeavesTheStateUnknown() throws IOException {
        program("usr/sbin/ufw");
        Files.createDirectories(root.resolve("etc/ufw/ufw.conf"));
        assertEquals(found(Firewall.UFW, false), look("Linux"));
        Files.delete(root.resolve("etc/ufw/ufw.conf"));
        file("etc/ufw/ufw.conf", "ENABLED=yes\n" + "#".repeat(20_000));
        assertEquals(found(Firewall.UFW, false), look("Linux"));
    }

    @Test
    void theSearchWorksOnThisMachine() {
        FirewallSearch.Found found = FirewallSearch.here();
        assertTrue(found.there() || !found.on());
    }

    private FirewallSearch.Found look(String system) {
        return new FirewallSearch(root, OperatingSystem.of(system)).look();
    }

    private static FirewallSearch.Found found(Firewall firewall, boolean on) {
        return new FirewallSearch.Found(firewall, true, on);
    }

    private void program(String path) throws IOException {
        file(path, "#!/bin/sh\n");
        assertTrue(root.resolve(path).toFile().setExecutable(true));
    }

    private void file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void link(String unit) throws IOException {
        Path link = root.resolve("etc/systemd/system").resolve(unit);
        Files.createDirectories(link.getParent());
        Files.createSymbolicLink(link, Path.of("/nowhere/" + link.getFileName()));
    }
}
