#!/bin/sh
# Start ledwerk without internet: double-click. Nothing is installed outside this folder.
cd "$(dirname "$0")" || exit 1
for version in 3.13 3.12 3.11; do
    for python in \
        "/Library/Frameworks/Python.framework/Versions/$version/bin/python3" \
        "/opt/homebrew/bin/python$version" "/usr/local/bin/python$version" \
        "$(command -v "python$version" 2>/dev/null)"
    do
        if [ -x "$python" ] && "$python" -c 'import sys' 2>/dev/null; then
            exec "$python" start.py "$@"
        fi
    done
done
echo "Python 3.11, 3.12 of 3.13 ontbreekt. Haal het van https://www.python.org/downloads/macos/ (dat kan ook"
echo "op een andere computer) en zet het op deze Mac; dubbelklik daarna opnieuw op start-mac.command."
echo "Python 3.11, 3.12 or 3.13 is missing. Get it from https://www.python.org/downloads/macos/ (on another"
echo "computer if need be), install it on this Mac, and double-click start-mac.command again."
exit 1
