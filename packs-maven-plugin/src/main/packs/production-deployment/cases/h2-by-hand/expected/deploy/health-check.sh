#!/usr/bin/env bash
# Asks the service whether it is ready, until it says so or the time is up.
#
#   deploy/health-check.sh https://notes.example.com [seconds]
set -uo pipefail

url=${1:?usage: health-check.sh URL [seconds]}
seconds=${2:-120}
health=${url%/}/actuator/health/readiness
end=$((SECONDS + seconds))
answer=none

while :; do
    if answer=$(curl --silent --show-error --fail --max-time 5 "$health" 2>&1); then
        case $answer in
            *'"UP"'*)
                echo "$health: UP"
                exit 0
                ;;
        esac
    fi
    ((SECONDS < end)) || break
    sleep 2
done
echo "$health: not ready within $seconds s, the last answer was: $answer" >&2
exit 1
