#!/usr/bin/env bash
# Both README commands on a bare Debian, for real: a chroot with python3 and nothing else.
#
#   sudo tests/bare_debian.sh [SUITE]        bookworm unless told otherwise
#
# By hand, not by pytest: it needs root, debootstrap, the network and some minutes.
# COPY="/etc/pip.conf ..." names files of this machine that the chroot needs to reach its
# package indexes; PIP_*, *_proxy and SSL_CERT_FILE are passed on as they are.
set -euo pipefail

suite=${1:-bookworm}
source=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d)
root=$work/root
folder="/srv/Mijn map é/leerradar"

clean_up() {
    umount --recursive "$root/proc" "$root/dev" "$root/srv/vast" 2>/dev/null || true
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT

copy_project() { # copy_project DESTINATION: as a clone would be
    mkdir -p "$root$1"
    (cd "$source" && git ls-files -z --cached --others --exclude-standard |
        tar --null --no-recursion --files-from=- -c) | tar -x -C "$root$1"
    chown -R 65534:65534 "$root$1"
}

inside() { # inside USER FOLDER COMMAND...: in the chroot, with its output in $work/output
    local user=$1 where=$2 status=0
    shift 2
    chroot --userspec="$user" "$root" /bin/sh -c 'cd "$0" && exec "$@"' "$where" "$@" \
        >"$work/output" 2>&1 </dev/null || status=$?
    sed 's/^/    /' "$work/output"
    return "$status"
}

expect() { # expect STATUS TEXT COMMAND...: the status, and the text on the last line
    local wanted=$1 text=$2 status=0
    shift 2
    "$@" || status=$?
    if [ "$status" -ne "$wanted" ] || ! tail -n 1 "$work/output" | grep -q -- "$text"; then
        echo "NOT GOOD: status $status, wanted $wanted and a last line with '$text'"
        exit 1
    fi
}

one_line() {
    [ "$(wc -l <"$work/output")" -eq 1 ] || { echo "NOT GOOD: more than one line"; exit 1; }
}

debootstrap --variant=minbase --include=python3 "$suite" "$root" >"$work/debootstrap.log"
mount --rbind /proc "$root/proc"
mount --rbind --make-rslave /dev "$root/dev"
for file in /etc/resolv.conf /etc/hosts /usr/local/share/ca-certificates ${SSL_CERT_FILE:-} ${COPY:-}; do
    mkdir -p "$root$(dirname "$file")"
    cp -rLT "$file" "$root$file"
done
copy_project "$folder"
export HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin

echo "== not root, and nothing there: one line"
expect 3 "apt-get install" inside 65534:65534 "$folder" python3 run.py
one_line
expect 3 "apt-get install" inside 65534:65534 /tmp python3 "$folder/run.py" test
one_line

echo "== root, killed in the middle of pip, and once more"
inside 0:0 "$folder" sh -c '
    python3 run.py >/tmp/first 2>&1 & first=$!
    until grep -q "ophalen: numpy" /tmp/first; do kill -0 "$first" || exit; sleep 0.2; done
    kill -KILL "$first"'
if test -e "$root$folder/.venv/complete"; then echo "NOT GOOD: half made, yet complete"; exit 1; fi
expect 0 "leerafspraak.pdf" inside 0:0 "$folder" python3 run.py
test -s "$root$folder/voorbeeld-uitvoer/leerafspraak.pdf"

echo "== once more from another folder: nothing left to do"
expect 0 "leerafspraak.pdf" inside 0:0 / python3 "$folder/run.py"
if grep -q "klaar" "$work/output"; then echo "NOT GOOD: it set up again"; exit 1; fi

echo "== all tests"
expect 0 " passed" inside 0:0 "$folder" python3 run.py test

echo "== not root, and all is there now"
copy_project /srv/eigen
expect 0 "leerafspraak.pdf" inside 65534:65534 /srv/eigen python3 run.py

echo "== a folder that can't be written"
copy_project /srv/vast
mount --bind "$root/srv/vast" "$root/srv/vast"
mount -o remount,bind,ro "$root/srv/vast"
expect 3 "niet schrijven" inside 0:0 /srv/vast python3 run.py

echo "== no network"
copy_project /srv/los
without_network() { unshare --net "$BASH" -c "$(declare -f inside); work='$work' root='$root'; inside \"\$@\"" - "$@"; }
expect 3 "internet" without_network 0:0 /srv/los python3 run.py

echo "ALL GOOD on $suite"
