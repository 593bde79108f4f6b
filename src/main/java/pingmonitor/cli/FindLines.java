package pingmonitor.cli;

import java.util.List;
import pingmonitor.discovery.SearchResult;

/** A search as lines. */
interface FindLines {
    /** Before anything is found. */
    List<String> head();

    List<String> of(FindChange change);

    /** What there is at the end. */
    List<String> summary(SearchResult finding);
}
