# The lab in a window, with keyboard and mouse; after lib.sh and window.sh, with a folder $scratch; not run by itself. The lab server says
# what it does in $scratch/served.
# shellcheck shell=bash

server_has() {
    (($(datagrams "$scratch/served") >= $1))
}

rows_agree() {
    pings_of "$scratch/served" >"$scratch/pings"
    copied "$scratch/rows" && .ci/rows-agree "$scratch/rows" "$scratch/pings" 2>"$scratch/disagreement"
}

# to_console FILE: what is copied there is the console's; a busy machine may have lost the key that leads to it from the table.
to_console() {
    copied "$1" || return
    [ "$(head -c 1 "$1")" = "#" ] || return 0
    keys ctrl+Tab
    return 1
}

console_agrees() {
    to_console "$scratch/console" \
        && (($(grep -c 'Request timed out' "$scratch/console") == $(grep -c '^dropped' "$scratch/pings"))) \
        && (($(grep -c '^PING [0-9]* ' "$scratch/console") == $(grep -c '^replied' "$scratch/pings"))) \
        && grep -q '^10 packets transmitted' "$scratch/console"
}

lab_client_is_answered() {
    python3 src/test/resources/peers/lab_client.py --port 12000 >"$scratch/client"
}

log_has_lab_client() {
    copied "$scratch/log" && (($(awk -F '\t' 'NF == 4 && $3 ~ /^Ping /' "$scratch/log" | wc -l) >= 10))
}

# The field of the server has the focus; behind it come Find and the port.
ping_lab_server() {
    type_over 127.0.0.1
    keys Tab
    keys Tab
    type_over "$PORT"
    keys Return
}

# do_lab: ten pings, as the lab server, the table and the console tell of them.
do_lab() {
    ping_lab_server
    await 60 server_has 2 || fail "no pings came to the lab server" || return
    shot 2-running
    await 60 server_has 10 || fail "only $(datagrams "$scratch/served") pings came to the lab server" || return
    await 60 rows_agree || fail "table and lab server disagree: $(cat "$scratch/disagreement")" || return
    keys ctrl+Tab # a text takes this key for itself, a table the other one
    await 60 console_agrees || fail "console and lab server disagree: $(cat "$scratch/console")" || return
    shot 3-console
}

# own_server_answers: the window's server, and its log; the table is in front afterwards.
own_server_answers() {
    switch_server
    await 60 lab_client_is_answered || fail "the window's own server does not answer the lab client" || return
    # The first one may have begun before the server listened: this one is logged whole.
    lab_client_is_answered || fail "the window's own server does not answer a second lab client" || return
    click "$VIEW"
    keys ctrl+Next
    await 60 log_has_lab_client || fail "the log says otherwise than the lab client: $(cat "$scratch/log")" || return
    shot 4-server-log
    click "$VIEW"
    keys ctrl+Tab
    await 60 rows_agree || fail "the pings do not come back after the last tab: $(cat "$scratch/disagreement")" || return
    shot 5-finished
}
