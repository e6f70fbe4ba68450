#!/bin/sh
# Start ledwerk without internet. Nothing is installed outside this folder.
cd "$(dirname "$0")" || exit 1
for python in python3.13 python3.12 python3.11 python3 python; do
    if command -v "$python" >/dev/null 2>&1 && "$python" -c \
        'import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12), (3, 13)))' 2>/dev/null
    then
        exec "$python" start.py "$@"
    fi
done
echo "Python 3.11, 3.12 of 3.13 ontbreekt. Vraag je beheerder erom, of (Debian, Ubuntu): sudo apt install python3"
echo "Python 3.11, 3.12 or 3.13 is missing. Ask your administrator, or (Debian, Ubuntu): sudo apt install python3"
exit 1
