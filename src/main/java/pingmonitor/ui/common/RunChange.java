package pingmonitor.ui.common;

import java.util.List;
import pingmonitor.session.PingRow;
import pingmonitor.session.Statistics;

/**
 * What is new in a run since the last change: the FX thread's view of it.
 *
 * @param rows every row that was made or changed, in its newest form, each once
 * @param statistics the figures now
 * @param finished whether the run is over and nothing more will come
 */
public record RunChange(List<PingRow> rows, Statistics statistics, boolean finished) {}
