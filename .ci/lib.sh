# Shared by the scripts of this folder; not run by itself.
# shellcheck shell=bash

declare -a OWN_PIDS=()

section() {
    printf '\n=== %s\n' "$*"
}

fail() {
    printf 'FAILED: %s\n' "$*" >&2
    return 1
}

# Starts a command in the background as the head of its own process group, remembered for the clean-up; its id is in $!.
start() {
    setsid "$@" &
    OWN_PIDS+=("$!")
}

# Ends what `start` started and is still running, last first, each with its children, and nothing else.
end_own_processes() {
    local i
    for ((i = ${#OWN_PIDS[@]} - 1; i >= 0; i--)); do
        end_process "${OWN_PIDS[i]}"
        wait "${OWN_PIDS[i]}" 2>/dev/null || true
    done
    OWN_PIDS=()
}

# Its group, or the process alone where it was only just started. The network lab takes the longest to tidy up.
end_process() {
    if kill -TERM -- "-$1" 2>/dev/null || kill -TERM "$1" 2>/dev/null; then
        await 60 group_gone "$1" || kill -KILL -- "-$1" 2>/dev/null || true
    fi
}

# Also when nobody has asked yet how it ended: what a desktop starts is not this shell's child. Looked at once: between two looks it may
# go from one to the other.
gone() {
    local state
    state=$(sed -n 's/^State:[[:space:]]*//p' "/proc/$1/status" 2>/dev/null) || true
    [[ -z $state || $state == [ZX]* ]]
}

group_gone() {
    gone "$1" && ! kill -0 -- "-$1" 2>/dev/null
}

# await SECONDS COMMAND...: polls until the command succeeds; fails when the time is out. A limit that comes early costs nothing, so
# it is as long as a busy machine may need.
await() {
    local deadline=$((SECONDS + $1)) last
    shift
    while true; do
        # Looked at before the command runs: where everything stands still meanwhile, the command has a last chance.
        last=$((SECONDS >= deadline))
        if "$@"; then
            return
        fi
        ((last == 0)) || return 1
        sleep 0.1
    done
}

# ends_with STATUS SECONDS PID: whether a process started here ends by itself in time, and with that status.
ends_with() {
    local status=0
    await "$2" gone "$3" || fail "process $3 did not end within $2 s" || return
    wait "$3" || status=$?
    forget "$3"
    ((status == $1)) || fail "exit $status instead of $1"
}

# A process that has ended: its id may soon be another's.
forget() {
    local pid left=()
    for pid in "${OWN_PIDS[@]}"; do
        [ "$pid" = "$1" ] || left+=("$pid")
    done
    OWN_PIDS=("${left[@]}")
}

# A UDP port that is free, and that the system gives to nobody who asks for any.
free_port() {
    python3 -c '
import random, socket
for port in random.sample(range(20000, 32000), 100):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as tried:
        try:
            tried.bind(("", port))
        except OSError:
            continue
    raise SystemExit(print(port))
raise SystemExit("no free port")'
}

jdk_major() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

# The home of a JDK of a major version: where actions/setup-java says, or below /usr/lib/jvm.
find_jdk() {
    local named="JAVA_HOME_$1_X64" home
    for home in "${!named:-}" /usr/lib/jvm/*; do
        if [ -x "$home/bin/javac" ] && [ "$(jdk_major "$home")" = "$1" ]; then
            echo "$home"
            return
        fi
    done
    return 1
}

# Maven's own libraries use what newer JDKs warn of; that is not this project's to mend.
maven_options() {
    if (($(jdk_major "$1") >= 24)); then
        echo "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
    fi
}

# maven FOLDER JDK ARGUMENTS...: a build there, with that JDK.
maven() {
    local folder=$1 jdk=$2
    shift 2
    (cd "$folder" && JAVA_HOME="$jdk" MAVEN_OPTS=$(maven_options "$jdk") exec mvn -B -ntp "$@")
}

# display_on [WIDTHxHEIGHT]: starts a screen with a window manager and sets DISPLAY. The screen's number is asked for: Xvfb locks none that
# it chooses itself (-displayfd), and would take the socket of a screen in another network.
display_on() {
    local number screen
    for ((number = 20; number < 60; number++)); do
        start Xvfb ":$number" -noreset -screen 0 "${1:-1600x1000}x24" -nolisten tcp 2>/dev/null
        screen=$!
        await 60 screen_is_on_or_over "$number" "$screen" || fail "Xvfb does not start" || return
        ! gone "$screen" || continue
        export DISPLAY=:$number
        break
    done
    ! gone "$screen" || fail "no free screen" || return
    start openbox --sm-disable >/dev/null 2>&1
    await 60 window_manager_runs || fail "openbox does not start" || return
}

screen_is_on_or_over() {
    gone "$2" || { [ "$(tr -d ' ' 2>/dev/null <"/tmp/.X$1-lock")" = "$2" ] && xprop -display ":$1" -root >/dev/null 2>&1; }
}

window_manager_runs() {
    xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'
}

# Starts a lab server and leaves its port in PORT; what it says goes to the file named first.
lab_server() {
    local said=$1
    shift
    start python3 src/test/resources/peers/lab_server.py --port 0 "$@" >"$said"
    await 60 grep -q "^listening" "$said" || fail "the lab server does not start" || return
    # shellcheck disable=SC2034 # for the caller
    PORT=$(sed -n '1s/listening //p' "$said")
}

# What a lab server said of the pings alone: a question about them has a time with more decimals (FateQuestion).
pings_of() {
    grep -v -E ' [0-9]+\.[0-9]{7,}' "$1" || true
}

# How many pings a lab server has had.
datagrams() {
    pings_of "$1" | grep -c -v '^listening' || true
}

# Jobs: checks that run beside each other, each in a shell of its own, which has the functions and variables that were exported. What one
# says is in $LOGS/NAME.log and is printed whole when it ends.
declare -a JOB_NAMES=()
declare -A JOB_LANE=() JOB_AFTER=() JOB_COMMAND=() JOB_STATE=() JOB_PID=() JOB_BEGAN=()
JOB_SECONDS=1800 # one at most

# job NAME LANE AFTER COMMAND...: to be done once the jobs AFTER (names with spaces between them, or none) have passed. Of the jobs with the
# same LANE, unless it is "-", one at a time runs: they want the same port or the packages of the system.
job() {
    JOB_NAMES+=("$1")
    JOB_LANE[$1]=$2
    JOB_AFTER[$1]=$3
    JOB_STATE[$1]=waiting
    JOB_COMMAND[$1]=$(printf '%q ' "${@:4}")
}

# run_jobs COUNT: does them, so many at a time, in the order in which they were named as far as they wait for nothing. Fails when one failed.
run_jobs() {
    local name running failed=()
    while true; do
        running=0
        for name in "${JOB_NAMES[@]}"; do
            [ "${JOB_STATE[$name]}" = running ] || continue
            if gone "${JOB_PID[$name]}"; then
                end_job "$name"
            else
                running=$((running + 1))
                ((SECONDS < JOB_BEGAN[$name] + JOB_SECONDS)) || end_process "${JOB_PID[$name]}"
            fi
        done
        for name in "${JOB_NAMES[@]}"; do
            ((running < $1)) || break
            if may_begin "$name"; then
                begin_job "$name"
                running=$((running + 1))
            fi
        done
        ((running > 0)) || break
        sleep 0.2
    done
    for name in "${JOB_NAMES[@]}"; do
        [ "${JOB_STATE[$name]}" = passed ] || failed+=("$name (${JOB_STATE[$name]})")
    done
    ((${#failed[@]} == 0)) || fail "${failed[*]}"
}

may_begin() {
    local other
    [ "${JOB_STATE[$1]}" = waiting ] || return
    for other in ${JOB_AFTER[$1]}; do
        [ "${JOB_STATE[$other]}" = passed ] || return
    done
    [ "${JOB_LANE[$1]}" != - ] || return 0
    for other in "${JOB_NAMES[@]}"; do
        [ "${JOB_LANE[$other]}/${JOB_STATE[$other]}" != "${JOB_LANE[$1]}/running" ] || return
    done
}

begin_job() {
    local name=$1
    printf '%s begins: %s\n' "$(date +%T)" "$name"
    # shellcheck disable=SC2016 # for the shell that it starts
    start bash -euo pipefail -c '. .ci/lib.sh && trap job_is_over EXIT && eval "$1"' "$name" "${JOB_COMMAND[$name]}" >"$LOGS/$name.log" 2>&1
    JOB_PID[$name]=$!
    JOB_BEGAN[$name]=$SECONDS
    JOB_STATE[$name]=running
}

job_is_over() {
    end_own_processes
    section "Time of the processor, of the job's shell and of what it started (user, system)"
    times
}

end_job() {
    local name=$1 status=0
    wait "${JOB_PID[$name]}" || status=$?
    forget "${JOB_PID[$name]}"
    if ((status == 0)); then JOB_STATE[$name]=passed; else JOB_STATE[$name]=failed; fi
    section "$name: ${JOB_STATE[$name]} after $((SECONDS - JOB_BEGAN[$name])) s"
    cat "$LOGS/$name.log"
}
