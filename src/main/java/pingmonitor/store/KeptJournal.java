package pingmonitor.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import pingmonitor.ping.PingEvent;
import pingmonitor.ping.Problem;
import pingmonitor.session.MappedAddressHistory;
import pingmonitor.session.PingRow;

/** The journal of a kept run, and what is found in it. Not thread-safe. */
final class KeptJournal {
    /** Blocks with mapped addresses that are read: more is a NAT that nobody follows. */
    private static final int MAX_MAPPED_ADDRESS_BLOCKS = 1_000;

    private static final int NEAR_THE_END = 200;

    private final RunFile file;
    private final LongFunction<Optional<PingRow>> rows;
    private Optional<MappedAddressHistory> mappedAddresses = Optional.empty();

    KeptJournal(RunFile file, LongFunction<Optional<PingRow>> rows) {
        this.file = file;
        this.rows = rows;
    }

    /** The entries from one (inclusive) to another (exclusive), as far as there are any. */
    List<PingEvent> entries(long from, long to) {
        RunIndex index = file.index();
        long first = Math.max(0, from);
        long end = Math.min(to, index.journalSize());
        List<PingEvent> entries = new ArrayList<>();
        for (int block = index.blockOfJournal(first);
                block < index.blocks() && index.journalBefore(block) < end;
                block++) {
            List<PingEvent> its = entries(block);
            long before = index.journalBefore(block);
            int low = (int) Math.max(0, first - before);
            int high = (int) Math.min(its.size(), end - before);
            if (low < high) {
                entries.addAll(its.subList(low, high));
            }
        }
        return entries;
    }

    Optional<PingEvent.Started> started() {
        return first(entries(0, NEAR_THE_END), PingEvent.Started.class);
    }

    Optional<PingEvent.Finished> finished() {
        return file.index().isFinished()
                ? first(latest(), PingEvent.Finished.class)
                : Optional.empty();
    }

    /** Why the run failed, or why the latest ping could not be sent. */
    Optional<Problem> problem() {
        List<PingEvent> latest = latest();
        Optional<PingEvent.Failed> failed = first(latest, PingEvent.Failed.class);
        if (failed.isPresent()) {
            return failed.map(PingEvent.Failed::problem);
        }
        long last = file.index().lastSequence();
        return latest.stream()
                .filter(event -> event instanceof PingEvent.SendFailed)
                .map(event -> (PingEvent.SendFailed) event)
                .filter(event -> event.sequence() == last)
                .findFirst()
                .map(PingEvent.SendFailed::problem);
    }

    /** Under which addresses the server saw this machine. */
    MappedAddressHistory mappedAddresses() {
        if (mappedAddresses.isEmpty()) {
            MappedAddressHistory history = new MappedAddressHistory();
            file.index().mappedAddressBlocks().stream()
                    .limit(MAX_MAPPED_ADDRESS_BLOCKS)
                    .forEach(
                            block ->
                                    entries(block)
                                            .forEach(
                                                    event -> {
                                                        if (event
                                                                instanceof
                                                                PingEvent.MappedAddress seen) {
                                                            history.add(seen);
                                                        }
                                                    }));
            mappedAddresses = Optional.of(history);
        }
        return mappedAddresses.get();
    }

    private List<PingEvent> latest() {
        long size = file.index().journalSize();
        return entries(size - NEAR_THE_END, size);
    }

    private List<PingEvent> entries(int block) {
        JournalReader reader =
                new JournalReader(file.index().eras(), file.header().plan().messageBytes(), rows);
        return KeptPages.unchecked(
                () -> {
                    file.reader().read(block, reader);
                    return reader.entries();
                });
    }

    private static <E extends PingEvent> Optional<E> first(List<PingEvent> events, Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).findFirst();
    }
}
