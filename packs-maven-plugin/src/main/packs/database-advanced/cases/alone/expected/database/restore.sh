#!/usr/bin/env bash
# Restores a backup into a database that does not exist yet: what is there is never overwritten.
#
#   PGHOST=… PGUSER=… PGPASSWORD=… database/restore.sh FILE NEW-DATABASE
#
# Then look at it, and let it take the place of the old one: alter database … rename to …
set -euo pipefail

file=${1:?usage: restore.sh FILE NEW-DATABASE}
database=${2:?usage: restore.sh FILE NEW-DATABASE}

(cd "$(dirname "$file")" && sha256sum --check --quiet "$(basename "$file").sha256")
createdb "$database"
if ! pg_restore --exit-on-error --single-transaction --no-owner --no-privileges --dbname="$database" "$file"; then
    dropdb "$database"
    echo "nothing was restored" >&2
    exit 1
fi
tables=$(psql --no-psqlrc --tuples-only --no-align --dbname="$database" \
    --command="select count(*) from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
psql --no-psqlrc --quiet --dbname="$database" --command="analyze"
echo "$database: $tables tables restored"
