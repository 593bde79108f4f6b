package pingmonitor.cli;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import pingmonitor.monitor.MonitorEvent;
import pingmonitor.monitor.MonitorSet;
import pingmonitor.monitor.TargetMonitor;
import pingmonitor.ping.TargetPlan;
import pingmonitor.report.FigureText;
import pingmonitor.session.Outage;
import pingmonitor.session.OutageEnd;

/**
 * Runs a command of the person at the beginning and the end of each outage, one at a time for each target. The command
 * line is theirs alone: the facts come as environment variables, so that no text can become a part of it. Never waits.
 */
final class OutageCommand implements AutoCloseable {
    /** Events that wait for the command of their target; beyond that the oldest is left out. */
    static final int MAX_WAITING = 16;

    /** How long a command may take. */
    static final Duration MAX_TIME = Duration.ofSeconds(60);

    private static final Duration CLOSING = Duration.ofMillis(500);

    private final Runner runner;
    private final Consumer<String> failed;
    private final ExecutorService threads =
            new ThreadPoolExecutor(
                    MonitorSet.MAX_TARGETS,
                    MonitorSet.MAX_TARGETS,
                    10,
                    TimeUnit.SECONDS,
                    new LinkedBlockingQueue<>(),
                    OutageCommand::thread);

    /** Guarded by itself; a target with an entry has a command running. */
    private final Map<TargetMonitor, Queue<Map<String, String>>> waiting = new HashMap<>();

    private boolean isFailureTold;

    /** Runs the command with these variables, to its end. */
    @FunctionalInterface
    interface Runner {
        /**
         * @throws IOException when it cannot be run, or was not successful; the message says why
         */
        void run(Map<String, String> variables) throws IOException, InterruptedException;
    }

    /**
     * @param failed is told once why a command failed
     */
    OutageCommand(Runner runner, Consumer<String> failed) {
        this.runner = runner;
        this.failed = failed;
        ((ThreadPoolExecutor) threads).allowCoreThreadTimeOut(true);
    }

    /** Runs it with the shell of this system, as if the person had typed it. */
    static OutageCommand ofSystem(String typed, Consumer<String> failed) {
        return new OutageCommand(new ShellCommand(typed, MAX_TIME), failed);
    }

    /** Has the command run for an event that is about an outage; the end of the run is none. */
    void take(MonitorEvent event) {
        if (event instanceof MonitorEvent.OutageBegan began) {
            add(event.target(), variables(event, began.outage()));
        } else if (event instanceof MonitorEvent.OutageEnded ended
                && ended.end() != OutageEnd.RUN_ENDED) {
            Map<String, String> variables = variables(event, ended.outage());
            variables.put("UDP_PING_END", MonitorJson.word(ended.end()));
            add(event.target(), variables);
        }
    }

    /** Lets what runs come to its end for a moment, and starts nothing more. */
    @Override
    public void close() {
        synchronized (waiting) {
            waiting.values().forEach(Queue::clear);
        }
        threads.shutdown();
        try {
            if (!threads.awaitTermination(CLOSING.toNanos(), TimeUnit.NANOSECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private void add(TargetMonitor target, Map<String, String> variables) {
        synchronized (waiting) {
            Queue<Map<String, String>> others = waiting.get(target);
            if (others == null) {
                waiting.put(target, new ArrayDeque<>());
                threads.execute(() -> runAll(target, variables));
                return;
            }
            if (others.size() == MAX_WAITING) {
                others.remove();
            }
            others.add(variables);
        }
    }

    private void runAll(TargetMonitor target, Map<String, String> first) {
        Map<String, String> next = first;
        while (next != null) {
            run(next);
            synchronized (waiting) {
                next = waiting.get(target).poll();
                if (next == null) {
                    waiting.remove(target);
                }
            }
        }
    }

    private void run(Map<String, String> variables) {
        try {
            runner.run(variables);
        } catch (IOException e) {
            tellOnce(String.valueOf(e.getMessage()));
        } catch (InterruptedException atTheEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void tellOnce(String why) {
        if (!isFailureTold) {
            isFailureTold = true;
            failed.accept(why);
        }
    }

    private static Map<String, String> variables(MonitorEvent event, Outage outage) {
        TargetPlan target = event.target().target();
        String host = target.plan().host();
        int port = target.plan().port();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("UDP_PING_EVENT", MonitorJson.word(event));
        variables.put("UDP_PING_NAME", target.name());
        variables.put("UDP_PING_TARGET", FigureText.endpoint(host, port));
        variables.put("UDP_PING_HOST", host);
        variables.put("UDP_PING_PORT", Integer.toString(port));
        variables.put("UDP_PING_STARTED_AT", outage.startedAt().toString());
        variables.put("UDP_PING_ENDED_AT", outage.endedAt().map(Instant::toString).orElse(""));
        variables.put("UDP_PING_SECONDS", seconds(outage));
        variables.put("UDP_PING_LOST", Long.toString(outage.lost()));
        variables.put("UDP_PING_CAUSE", MonitorJson.word(outage.cause()));
        return variables;
    }

    private static String seconds(Outage outage) {
        return outage.endNanos().isPresent()
                ? FigureText.seconds(outage.endNanos().getAsLong() - outage.startNanos())
                : "";
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "outage-command");
        thread.setDaemon(true);
        return thread;
    }
}
