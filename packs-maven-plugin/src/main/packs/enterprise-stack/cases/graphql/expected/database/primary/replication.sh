#!/usr/bin/env bash
# Runs once, in the primary's container, when its database is made: the replica may connect.
set -euo pipefail

psql --no-psqlrc --quiet --set=ON_ERROR_STOP=1 --set=password="$REPLICATION_PASSWORD" --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" <<'SQL'
create role replication login replication password :'password';
select pg_create_physical_replication_slot('replica');
SQL
echo "host replication replication all scram-sha-256" >>"$PGDATA/pg_hba.conf"
