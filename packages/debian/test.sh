#!/bin/sh
# Unpacks a Debian package of the command line and uses what is in it: packages/debian/test.sh PACKAGE
set -eu
package=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
fail() {
    echo "FAILED: $*" >&2
    exit 1
}

dpkg-deb --extract "$package" "$folder"
lectern=$folder/usr/bin/lectern
version=$(dpkg-deb --field "$package" Version)
[ "$("$lectern" --version)" = "lectern $version" ] || fail "the program is of another version than the package"
ldd "$lectern" 2>&1 | grep -q '=>' && fail "the program asks for a library"

told=$(printf 'Wells to Open\n\n"We should open the wells," said Ada Lund, the mayor.\n' | "$lectern" parse)
case $told in
*"Ada Lund, mayor"*"We should open the wells"*) ;;
*) fail "a reading without its speaker: $told" ;;
esac

for page in lectern lectern-parse lectern-export; do
    gzip -dc "$folder/usr/share/man/man1/$page.1.gz" | grep -q '^\.TH ' || fail "no manual page $page"
done
bash -c ". '$folder/usr/share/bash-completion/completions/lectern' && complete -p lectern" >/dev/null ||
    fail "bash does not take the completions"
[ -s "$folder/usr/share/zsh/vendor-completions/_lectern" ] || fail "no completions for zsh"
[ -s "$folder/usr/share/fish/vendor_completions.d/lectern.fish" ] || fail "no completions for fish"
grep -q 'Apache License' "$folder/usr/share/doc/lectern/copyright" || fail "no licence"
# A folder as root has nothing in it but the package: no library could be found.
if [ "$(id -u)" = 0 ] && command -v chroot >/dev/null; then
    chroot "$folder" /usr/bin/lectern --version >/dev/null || fail "it does not run where nothing else is"
fi
echo "$(basename "$package"): unpacked, run, read"
