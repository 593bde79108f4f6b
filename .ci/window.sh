# Eyes and hands for a window on the screen DISPLAY names; not run by itself.
# shellcheck shell=bash

window=""

# Pictures of what happens go to target/screenshots, with this name before their own.
pictures() {
    name=$1
    shots=$PWD/target/screenshots
    mkdir -p "$shots"
    rm -f "$shots/$name"-[0-9f]*.png
}

# Where things are in the window of 1280×800 units, from its upper left corner.
VIEW="300 725" # the lower end of the tab that is open
SERVER_SWITCH="1238 87"
SWITCH_AREA="48x32+1208+70"
# A hundred units in pixels, and how large it is on its screen.
SCALE=100
SIZE="1280 800"

shot() {
    import -silent -window root "$shots/$name-$1.png"
}

keys() {
    xdotool key --clearmodifiers --delay 60 "$@"
}

type_over() {
    keys ctrl+a
    xdotool type --delay 30 "$1"
}

click() {
    local place
    read -r -a place <<<"$1"
    xdotool mousemove --window "$window" $((place[0] * SCALE / 100)) $((place[1] * SCALE / 100)) click 1
}

# Something is drawn there, not only a background: what is not yet painted cannot be clicked either.
switch_is_painted() {
    (($(import -silent -window "$window" miff:- | convert - -resize "$((10000 / SCALE))%" -crop "$SWITCH_AREA" +repage -format %k info:) > 8))
}

# Turns the window's own server on, or off again. It takes a while to listen.
switch_server() {
    await 60 switch_is_painted || fail "no switch for the server" || return
    click "$SERVER_SWITCH"
}

find_window() {
    window=$(xdotool search --onlyvisible --name '^UDP Ping Monitor$' 2>/dev/null | head -n 1)
    [ -n "$window" ]
}

find_window_or_end() {
    find_window || gone "$1"
}

size_is_right() {
    local size wanted
    size=$(xdotool getwindowgeometry "$window" | sed -n 's/.*Geometry: //p')
    read -r -a wanted <<<"$SIZE"
    is_about "${size%x*}" "${wanted[0]}" 40 && is_about "${size#*x}" "${wanted[1]}" 50
}

# is_about PIXELS WANTED UNITS: a title bar may count, or not.
is_about() {
    (($1 >= $2 - $3 * SCALE / 100 && $1 <= $2 + $3 * SCALE / 100))
}

# It has its size and more than a background: JavaFX shows a window first and paints it then.
is_painted() {
    find_window && size_is_right && (($(import -silent -window "$window" miff:- | identify -format %k -) > 100))
}

# All of it, with its frame, is on the screen.
is_on_screen() {
    local place x y width height screen
    place=$(xwininfo -frame -id "$window")
    read -r x y width height <<<"$(sed -n -E 's/.*(Absolute upper-left [XY]|Width|Height): +//p' <<<"$place" | tr '\n' ' ')"
    read -r -a screen <<<"$(xdotool getdisplaygeometry)"
    ((x >= 0 && y >= 0 && x + width <= screen[0] && y + height <= screen[1])) || fail "not on the screen: $place"
}

# Asks for it as long as it has not got it: a window manager that is busy may miss it once.
has_focus() {
    [ "$(xdotool getactivewindow 2>/dev/null)" != "$window" ] || return 0
    xdotool windowactivate "$window" 2>/dev/null || true
    return 1
}

no_window() {
    ! find_window
}

# copied FILE: selects and copies all of the tab that is open; the text is in the file.
copied() {
    click "$VIEW"
    keys ctrl+a ctrl+c
    timeout 10 xclip -o -selection clipboard >"$1" 2>/dev/null
}

# window_opens [PID]: waits until the program's window is there, painted and listens to the keyboard.
window_opens() {
    await 120 find_window_or_end "${1:-$$}" || fail "no window" || return
    [ -n "$window" ] || fail "the program ended" || return
    await 60 is_painted || fail "the window is empty or not about $SIZE: $(xdotool getwindowgeometry "$window")" || return
    await 60 has_focus || fail "the window does not get the focus"
}
