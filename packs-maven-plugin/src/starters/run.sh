#!/usr/bin/env bash
# Generates web-api-starter in all twelve combinations, builds each, starts it and talks to it; the table is the result.
#
#   GENERATE='mvn -q -B dev.packs:packs-maven-plugin:VERSION:generate' run.sh [folder] [only]
#
# GENERATE is called with -Dpack, -Dname, -Dpacks.output and -Dvar.*; `only` is a pattern such as `mysql-*`. PostgreSQL and
# MariaDB come from Debian's packages postgresql and mariadb-server; each gets a data folder of its own and a port on
# loopback, and is stopped at the end, whatever happens.
set -uo pipefail

: "${GENERATE:?the command that generates}"
: "${MAVEN:=mvn -B}"
folder=$(mkdir -p "${1:-/tmp/packs-starters}" && cd "${1:-/tmp/packs-starters}" && pwd)
only=${2:-*}
postgres_port=15432 mariadb_port=13306 service_port=18080
servers=()
failed=0

stop() {
    for pid in "${servers[@]}"; do
        kill "$pid" 2>/dev/null && wait "$pid" 2>/dev/null
    done
}
trap stop EXIT

# A database server refuses to run as root. Without a shell between, the process of the server is the one to stop.
as() {
    if [ "$(id -u)" = 0 ]; then run=(setpriv "--reuid=$1" "--regid=$1" --clear-groups); else run=(env); fi
}

own() {
    rm -rf "$2" && mkdir -p "$2" && { [ "$(id -u)" != 0 ] || chown "$1" "$2"; }
}

until_true() {
    for ((i = 0; i < ${2:-240}; i++)); do
        eval "$1" >/dev/null 2>&1 && return
        sleep 0.5
    done
    return 1
}

start_postgres() {
    local bin data=$folder/postgres
    bin=$(printf '%s\n' /usr/lib/postgresql/*/bin | tail -1)
    own postgres "$data"
    as postgres
    "${run[@]}" "$bin/initdb" --pgdata="$data" --username=test --auth=trust >"$folder/postgres.log" 2>&1 || return
    "${run[@]}" "$bin/postgres" -D "$data" -p "$postgres_port" -c listen_addresses=127.0.0.1 \
        -c unix_socket_directories='' >>"$folder/postgres.log" 2>&1 &
    servers+=($!)
    until_true "psql --host=127.0.0.1 --port=$postgres_port --username=test postgres --command='select 1'"
}

start_mariadb() {
    local data=$folder/mariadb
    own mysql "$data"
    as mysql
    "${run[@]}" mariadb-install-db --no-defaults --datadir="$data" --auth-root-authentication-method=normal \
        >"$folder/mariadb.log" 2>&1 || return
    "${run[@]}" mariadbd --no-defaults --datadir="$data" --port="$mariadb_port" --bind-address=127.0.0.1 \
        --socket="$data/socket" --pid-file="$data/pid" >>"$folder/mariadb.log" 2>&1 &
    servers+=($!)
    until_true "sql mysql 'select 1'" && sql mysql "create user test@'127.0.0.1' identified by 'test'" \
        && sql mysql "grant all on *.* to test@'127.0.0.1'"
}

sql() {
    case $1 in
        postgres) psql --quiet --host=127.0.0.1 --port="$postgres_port" --username=test postgres --command="$2" ;;
        mysql) mariadb --no-defaults --host=127.0.0.1 --port="$mariadb_port" --user=root --execute="$2" ;;
    esac
}

url() {
    case $1 in
        postgres) echo "jdbc:postgresql://127.0.0.1:$postgres_port/$2" ;;
        mysql) echo "jdbc:mysql://127.0.0.1:$mariadb_port/$2" ;;
        h2) echo "jdbc:h2:file:./data/$2" ;;
    esac
}

# expect STATUS CURL-ARGUMENT...: the answer's body goes to standard output
expect() {
    local answer status
    answer=$(curl --silent --max-time 20 --write-out '\n%{http_code}' "${@:2}")
    status=${answer##*$'\n'}
    printf '%s' "${answer%$'\n'*}"
    [ "$status" = "$1" ] || { echo "expected $1, got $status: ${*:2}" >&2; return 1; }
}

has() {
    # Reads to the end: whoever writes into a closed pipe fails.
    grep --fixed-strings -- "$1" >/dev/null || { echo "no \`$1\` in the answer" >&2; return 1; }
}

# Every line must hold.
talk() {
    local graphql=$1 auth=$2 base=http://127.0.0.1:$service_port header=X-None:none token
    if [ "$auth" = true ]; then
        expect 401 "$base/api/tasks" || return
        expect 401 --header "Authorization: Bearer forged" "$base/api/tasks" || return
        token=$(expect 200 --request POST "$base/dev/token") || return
        token=${token#*\"access_token\":\"}
        header="Authorization: Bearer ${token%%\"*}"
    fi
    expect 200 "$base/" | has vendor/normalize.css || return
    expect 200 "$base/vendor/normalize.css" | has normalize || return
    expect 200 "$base/v3/api-docs" | has /api/tasks || return
    expect 200 --location "$base/swagger-ui.html" | has swagger || return
    expect 200 "$base/actuator/health/liveness" | has '"UP"' || return
    expect 201 --header "$header" --json '{"title": "Ünïcode"}' "$base/api/tasks" | has '"id":1' || return
    expect 400 --header "$header" --json '{"title": ""}' "$base/api/tasks" | has '"errors"' || return
    expect 200 --header "$header" "$base/api/tasks?done=false&sort=title" | has Ünïcode || return
    expect 404 --header "$header" "$base/api/tasks/99" | has 'no task 99' || return
    expect 200 --header "$header" "$base/actuator/prometheus" | has jvm_memory || return
    if [ "$graphql" = true ]; then
        expect 200 --header "$header" --json '{"query": "{ tasks { totalElements content { title } } }"}' "$base/graphql" \
            | has '"totalElements":1' || return
    fi
}

check() {
    local database=$1 graphql=$2 auth=$3 name=$4 profile=prod service
    local project=$folder/$name log=$folder/$name.log
    step=generate
    rm -rf "$project"
    $GENERATE -Dpack=web-api-starter -Dname="$name" -Dpacks.output="$project" -Dvar.database="$database" \
        -Dvar.enable_graphql="$graphql" -Dvar.enable_auth="$auth" >"$log" 2>&1 || return

    step=verify
    (cd "$project" && $MAVEN verify) >>"$log" 2>&1 || return

    if [ "$database" != h2 ]; then
        step="tests on $database"
        sql "$database" "create database ${name//-/_}_test" >>"$log" 2>&1 || return
        (cd "$project" && TEST_DATABASE_URL=$(url "$database" "${name//-/_}_test") TEST_DATABASE_USERNAME=test \
            TEST_DATABASE_PASSWORD=test $MAVEN surefire:test) >>"$log" 2>&1 || return
        sql "$database" "create database ${name//-/_}" >>"$log" 2>&1 || return
    fi

    step=start
    [ "$auth" = true ] && profile=dev
    local user=sa password=''
    [ "$database" = h2 ] || { user=test password=test; }
    (cd "$project" && PORT=$service_port SPRING_PROFILES_ACTIVE=$profile DATABASE_URL=$(url "$database" "${name//-/_}") \
        DATABASE_USERNAME=$user DATABASE_PASSWORD=$password exec java -jar "target/$name.jar") >"$folder/$name.out" 2>&1 &
    service=$!
    servers+=("$service")
    local result=0
    until_true "curl --fail --silent http://127.0.0.1:$service_port/actuator/health/readiness || ! kill -0 $service"
    step=requests
    talk "$graphql" "$auth" >>"$log" 2>&1 || result=1
    if [ "$result" = 0 ] && [ "$profile" = prod ]; then
        step="JSON logs"
        grep --quiet '^{"@timestamp"' "$folder/$name.out" || result=1
    fi
    if [ "$result" = 0 ]; then
        step="no warnings"
        grep --quiet --extended-regexp 'WARN|"level":"WARN"' "$folder/$name.out" && result=1
    fi
    kill "$service" && wait "$service" 2>/dev/null
    unset 'servers[-1]'
    return "$result"
}

start_postgres || { echo "PostgreSQL does not start, see $folder/postgres.log" >&2; exit 1; }
start_mariadb || { echo "MariaDB does not start, see $folder/mariadb.log" >&2; exit 1; }

echo "| database | GraphQL | authentication | result | seconds |"
echo "| --- | --- | --- | --- | --- |"
for database in postgres mysql h2; do
    for graphql in false true; do
        for auth in false true; do
            name=$database-$graphql-$auth
            # shellcheck disable=SC2053
            [[ $name == $only ]] || continue
            begin=$SECONDS step=''
            if check "$database" "$graphql" "$auth" "$name"; then result=passed; else result="failed: $step"; failed=1; fi
            echo "| $database | $graphql | $auth | $result | $((SECONDS - begin)) |"
        done
    done
done
exit "$failed"
