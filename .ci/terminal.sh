# Runs the commands of the program in the array `program`, with what they say in the folder `scratch`; not run by itself.
# shellcheck shell=bash disable=SC2154

# expect STATUS ARGUMENTS...: runs the program to its end; its output is in $scratch/out and $scratch/err.
expect() {
    local wanted=$1 status=0
    shift
    timeout --foreground 180 "${program[@]}" "$@" >"$scratch/out" 2>"$scratch/err" || status=$?
    echo "$* → $status"
    if ((status != wanted)); then
        cat "$scratch/out" "$scratch/err"
        fail "exit $status instead of $wanted: $*"
    fi
    if ((wanted != 2)) && [ -s "$scratch/err" ]; then
        cat "$scratch/err"
        fail "something on stderr: $*"
    fi
}

# said TEXT COUNT [FILE]: how often a text is in the output.
said() {
    local file=${3:-$scratch/out} count
    count=$(grep -c -- "$1" "$file" || true)
    ((count == $2)) || { cat "$file"; fail "\"$1\" $count times instead of $2"; }
}

# Starts the program in the background, Ctrl+C not ignored as bash has it for background jobs.
background() {
    start env --default-signal=INT "${program[@]}" "$@"
}

# ends_well PID FILE: it ends with 0, a summary in its output and a silent stderr.
ends_well() {
    ends_with 0 60 "$1"
    grep -q '"event":"summary"' "$2.out" || { cat "$2.out"; fail "no summary"; }
    [ ! -s "$2.err" ] || { cat "$2.err"; fail "something on stderr"; }
}
