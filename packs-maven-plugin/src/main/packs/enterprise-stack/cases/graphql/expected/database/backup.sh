#!/usr/bin/env bash
# Writes a backup that pg_restore reads, with its digest, and deletes the oldest ones.
#
#   PGHOST=… PGUSER=… PGPASSWORD=… database/backup.sh FOLDER [DATABASE]
#
# Whom to ask and as whom is said by libpq's variables (PGHOST, PGPORT, PGUSER, PGPASSWORD or a password file).
set -euo pipefail
umask 077

folder=${1:?usage: backup.sh FOLDER [DATABASE]}
database=${2:-machine_care}
keep=${KEEP_BACKUPS:-14}

mkdir -p "$folder"
name=$database-$(date -u +%Y%m%dT%H%M%SZ).dump
part=$folder/.$name.part
trap 'rm -f "$part"' EXIT

pg_dump --format=custom --compress=6 --no-owner --no-privileges --file="$part" "$database"
# A dump whose list of contents cannot be read is none.
pg_restore --list "$part" >/dev/null
mv "$part" "$folder/$name"
(cd "$folder" && sha256sum "$name" >"$name.sha256")

# Names sort by time; those of a database whose name begins like this one are not of it.
find "$folder" -maxdepth 1 -name "$database-????????T??????Z.dump" | sort -r | tail -n "+$((keep + 1))" | while read -r old; do
    rm -f "$old" "$old.sha256"
done
echo "$folder/$name"
