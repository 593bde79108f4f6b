package pingmonitor.discovery;

import java.net.InetAddress;
import javax.jmdns.impl.NameRegister;

/**
 * What JmDNS tries after a clash: its own numbers make a long name too long for a label, and the whole message
 * unreadable.
 */
final class ServiceNumbering extends NameRegister.UniqueNamePerInterface {
    @Override
    public String incrementName(InetAddress at, String name, NameRegister.NameType type) {
        return type == NameRegister.NameType.SERVICE
                ? ServiceLabel.next(name, at)
                : super.incrementName(at, name, type);
    }
}
