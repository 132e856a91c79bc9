#!/usr/bin/env bash
# Measures whole Maven processes, in turn, in one run on one machine, as cpu seconds (user and system); absolute figures mean nothing elsewhere, ratios travel.
# usage: src/perf/measure.sh [-n PAIRS] [-v VERSION] [POINT...]
#   POINT: scaffold-12 scaffold-1000 scaffold-10000 nothing-to-do install graph-query graph-rows catalog list search archetype-12 archetype-1000 import-100 compose site levels (all of them unless named)
#   VERSION of Packs: from `mvn verify` of this checkout, or installed in the user's local repository; `-v none` measures the others alone
set -euo pipefail
export LC_ALL=C

root=$(cd "$(dirname "$0")/../.." && pwd)
pairs=15
version=0.1.0-SNAPSHOT
while getopts n:v: option; do
    case $option in
        n) pairs=$OPTARG ;;
        v) version=$OPTARG ;;
        *) exit 2 ;;
    esac
done
shift $((OPTIND - 1))
points=${*:-scaffold-12 scaffold-1000 scaffold-10000 nothing-to-do install graph-query graph-rows catalog list search archetype-12 archetype-1000 import-100 compose site levels}

work=$root/packs-maven-plugin/target/perf
repository=$work/repository
packs=dev.packs:packs-maven-plugin:$version
archetype=org.apache.maven.plugins:maven-archetype-plugin:3.4.1
dependency=org.apache.maven.plugins:maven-dependency-plugin:3.11.0
noop=perf:noop-maven-plugin:1.0.0
# On tmpfs, because what a disk costs is not ours.
out=$(mktemp -d "${PERF_TMPFS:-/dev/shm}/packs-perf.XXXXXX")
server=
trap 'rm -rf "$out"; [ -z "$server" ] || kill "$server" 2>/dev/null || true' EXIT

unset MAVEN_ARGS PACKS_HOME
export MAVEN_SKIP_RC=true
export MAVEN_OPTS="-Duser.home=$work/home -Daether.offline.protocols=file"

settings() {
    local users=${USERS_REPOSITORY:-$HOME/.m2/repository} feeds="" plugins="" url
    for url in "file://$root/packs-maven-plugin/target/local-repo" "file://$users" ${1:-}; do
        local body="<id>feed-${#feeds}</id><url>$url</url><snapshots><enabled>true</enabled></snapshots>"
        feeds+="<repository>$body</repository>"
        plugins+="<pluginRepository>$body</pluginRepository>"
    done
    cat <<XML
<settings>
  <localRepository>$repository</localRepository>
  <profiles><profile><id>perf</id><repositories>$feeds</repositories><pluginRepositories>$plugins</pluginRepositories></profile></profiles>
  <activeProfiles><activeProfile>perf</activeProfile></activeProfiles>
</settings>
XML
}

maven() { mvn -B -ntp -q -s "$work/settings.xml" "$@"; }

# What each contender does, always into a folder that is new or, for a build, as the last run left it.
values="-Dcompany=Acme -Dcolour=blue -Dcity=Bern -Dfruit=pear -Driver=Aare"

do_noop() { (cd "$out" && maven -o "$noop:go"); }

do_archetype() {
    rm -rf "$out/archetype" && mkdir "$out/archetype"
    # shellcheck disable=SC2086
    (cd "$out/archetype" && maven -o "$archetype:generate" -DarchetypeGroupId=perf "-DarchetypeArtifactId=archetype-$1" \
        -DarchetypeVersion=1.0.0 -DarchetypeCatalog=local -DgroupId=perf -DartifactId=made -Dversion=1 -Dpackage=perf $values)
}

# usage: do_imported FILES: the same archetype by Packs, from the same properties
do_imported() {
    rm -rf "$out/imported" && mkdir "$out/imported"
    # shellcheck disable=SC2086
    (cd "$out/imported" && maven -o "$packs:generate" "-Dpack=archetype:perf:archetype-$1:1.0.0" -DgroupId=perf -DartifactId=made -Dversion=1 -Dpackage=perf \
        $values "-Dpacks.home=$work/home/.packs")
}

# usage: do_import COUNT: that many archetypes become packs
do_import() {
    local list
    list=$(seq -f 'archetype:perf:many-%g:1.0.0' -s , 0 $(($1 - 1)))
    rm -rf "$out/imports" && mkdir "$out/imports"
    (cd "$out/imports" && maven -o "$packs:import" "-Dpack=$list" "-Dpacks.home=$work/home/.packs")
}

do_packs() {
    rm -rf "$out/packs" && mkdir "$out/packs"
    (cd "$out/packs" && maven -o "$packs:generate" "-Dpack=perf:$1@1.0.0" -Dname=made "-Dpacks.answers=$work/answers-${1#pack-}.toml" \
        "-Dpacks.home=$work/home/.packs")
}

parts=perf:part-0@1.0.0,perf:part-1@1.0.0,perf:part-2@1.0.0,perf:part-3@1.0.0,perf:part-4@1.0.0

# usage: do_composed -: five packs with 500 files become one project
do_composed() {
    rm -rf "$out/composed" && mkdir "$out/composed"
    (cd "$out/composed" && maven -o "$packs:compose" "-Dpack=$parts" -Dname=made "-Dpacks.answers=$work/answers-parts.toml" "-Dpacks.home=$work/home/.packs")
}

# usage: do_single PACK...: a project of each, one after the other
do_single() {
    rm -rf "$out/single" && mkdir "$out/single"
    local part
    for part in $1; do
        (cd "$out/single" && maven -o "$packs:generate" "-Dpack=$part" "-Dname=${part//[^0-9]/}" "-Dpacks.answers=$work/answers-parts.toml" \
            "-Dpacks.home=$work/home/.packs")
    done
}

do_build() { maven -o -f "$work/$1/pom.xml" "-Dpacks.home=$work/home/.packs" generate-sources; }

# usage: do_query NAME: one of the queries that come with Packs, over the embedded packs
do_query() {
    local of=()
    [ "$1" != find_related_packs ] || of=(-Dpack=base-java)
    (cd "$out" && maven -o "$packs:sparql" "-Dquery=$1" "${of[@]}" -Dpacks.over=available "-Dpacks.home=$work/home/.packs")
}

do_install() {
    rm -rf "$out/store" "$repository/perf/market"
    (cd "$out" && mvn -B -ntp -q -s "$work/settings-market.xml" "$packs:install" -Dpack=perf.market:ten@1.0.0 "-Dpacks.home=$out/store")
}

# usage: do_levels fresh|there: fifty packages in twenty levels from the local repository, into a store that is empty, or has them
do_levels() {
    [ "$1" != fresh ] || rm -rf "$out/levels" "$out/levels-store"
    mkdir -p "$out/levels"
    (cd "$out/levels" && maven -o "$packs:install" -Dpack=perf:level-19@1.0.0 "-Dpacks.home=$out/levels-store")
}

# usage: do_unpack -: the same packages by the dependency plugin
do_unpack() {
    rm -rf "$work/unpacked/target"
    maven -o -f "$work/unpacked/pom.xml" "$dependency:unpack-dependencies"
}

# usage: do_ask cold|indexed QUERY: a query over the catalogue of 10,000 packs
do_ask() {
    local about=
    case $2 in find_related_packs | find_dependents) about=-Dpack=com.example.stream0:stream-stream-0 ;; esac
    [ "$1" != cold ] || rm -rf "$work/home/.packs/cache/catalogs"
    # shellcheck disable=SC2086
    (cd "$out" && maven -o "$packs:sparql" "-Dquery=$2" $about "-Dpacks.catalog=$work/market.packcatalog" \
        "-Dpacks.home=$work/home/.packs" -Dpacks.format=csv "-Dpacks.outputFile=$out/answer.csv")
}

# usage: do_list -: what comes with Packs
do_list() { (cd "$out" && maven -o "$packs:list" "-Dpacks.home=$work/home/.packs"); }

do_show() { (cd "$out" && maven -o "$packs:show" "-Dpack=$1" "-Dpacks.home=$work/home/.packs"); }

# usage: do_search WORDS [CATALOGUE]: in what comes with Packs, and in a catalogue
do_search() {
    local in=()
    [ -z "${2:-}" ] || in=("-Dpacks.catalog=$2")
    (cd "$out" && maven -o "$packs:search" "-Dquery=$1" ${in[@]+"${in[@]}"} "-Dpacks.home=$work/home/.packs" -Dpacks.format=json "-Dpacks.outputFile=$out/found.json")
}

# usage: do_site -: pages of a catalogue of 10,000 packs, into no folder yet
do_site() {
    rm -rf "$out/site"
    (cd "$out" && maven -o "$packs:site" "-Dpacks.catalog=$work/market.packcatalog" "-Dpacks.output=$out/site" "-Dpacks.home=$work/home/.packs")
}

# usage: seconds cpu|wall|both CONTENDER ARGUMENT...: what the call costs
seconds() {
    local TIMEFORMAT='%U %S %R' kind=$1 times
    shift
    times=$({ time "do_$1" "${@:2}" >"$work/last.log" 2>&1; } 2>&1) || {
        cat "$work/last.log" >&2
        echo "failed: $*" >&2
        exit 1
    }
    awk -v kind="$kind" '{ print kind == "wall" ? $3 : kind == "cpu" ? $1 + $2 : $1 + $2 " " $3 }' <<<"$times"
}

median() { sort -n | awk '{ v[NR] = $1 } END { print NR % 2 ? v[(NR + 1) / 2] : (v[NR / 2] + v[NR / 2 + 1]) / 2 }'; }

# usage: compare NAME CONTENDER...: runs the contenders in turn (a contender is a function and its argument, joined by `:`) and prints the medians
compare() {
    local name=$1 round contender
    shift
    local table=$work/$name.csv
    : >"$table"
    for contender in "$@"; do seconds cpu "${contender%%:*}" "${contender#*:}" >/dev/null; done # warms the disk's cache
    for ((round = 0; round < pairs; round++)); do
        local row=""
        for contender in "$@"; do row+="$(seconds cpu "${contender%%:*}" "${contender#*:}"),"; done
        echo "${row%,}" >>"$table"
    done
    local column=1
    for contender in "$@"; do
        printf '%-16s %-24s %6.2f s cpu\n' "$name" "$contender" "$(cut -d, -f$column "$table" | median)"
        column=$((column + 1))
    done
}

# usage: ratio NAME COLUMN COLUMN LIMIT WORDS: the median of the rounds' ratios
ratio() {
    local value
    value=$(awk -F, -v a="$2" -v b="$3" '{ print $a / $b }' "$work/$1.csv" | median)
    verdict "$1" "$value" "$4" "$5"
}

# usage: added NAME COLUMN COLUMN EMPTY LIMIT WORDS: the ratio of what two contenders add to the empty build, of medians, as single differences are mostly noise
added() {
    local a b e value
    a=$(cut -d, -f"$2" "$work/$1.csv" | median)
    b=$(cut -d, -f"$3" "$work/$1.csv" | median)
    e=$(cut -d, -f"$4" "$work/$1.csv" | median)
    value=$(awk -v a="$a" -v b="$b" -v e="$e" 'BEGIN { print (a - e) / (b - e) }')
    verdict "$1" "$value" "$5" "$6"
}

verdict() {
    awk -v n="$1" -v v="$2" -v l="$3" -v w="$4" 'BEGIN { printf "%-16s %-44s %5.2f (at most %s)%s\n", n, w, v, l, (v > l ? "  MISSED" : "") }'
}

# usage: peak CONTENDER ARGUMENT: the largest resident set of any process of one run, in MiB (Linux)
peak() {
    local pid child largest=0 now
    "do_$1" "$2" >"$work/last.log" 2>&1 &
    pid=$!
    while kill -0 "$pid" 2>/dev/null; do
        for child in $(pgrep -P "$pid" -d ' ' 2>/dev/null) $(pgrep -f "user.home=$work/home" -d ' ' 2>/dev/null); do
            now=$(awk '/^VmHWM/ { print int($2 / 1024) }' "/proc/$child/status" 2>/dev/null || true)
            [ "${now:-0}" -le "$largest" ] || largest=$now
        done
        sleep 0.05
    done
    wait "$pid"
    echo "$largest"
}

# usage: needs POINT...: whether one of them is measured
needs() {
    local point
    for point in "$@"; do
        case " $points " in *" $point "*) return 0 ;; esac
    done
    return 1
}

prepare() {
    echo "preparing in $work"
    mkdir -p "$work/home"
    rm -rf "$work/repository/dev/packs" "$work/repository/perf"
    java "$root/src/perf/Prepare.java" "$work" "$version"
    settings >"$work/settings.xml"
    rm -rf "$work/noop-plugin" && cp -r "$root/src/perf/noop-plugin" "$work/noop-plugin"
    maven -f "$work/noop-plugin/pom.xml" install
    # Once with the network, so that what is measured needs none; only what the points need.
    if needs scaffold-12 scaffold-1000 scaffold-10000 archetype-12 archetype-1000; then
        MAVEN_OPTS="$MAVEN_OPTS" maven "$archetype:help" >/dev/null
        (cd "$out" && mkdir -p warm && cd warm && maven "$archetype:generate" -DarchetypeGroupId=perf -DarchetypeArtifactId=archetype-12 \
            -DarchetypeVersion=1.0.0 -DarchetypeCatalog=local -DgroupId=perf -DartifactId=made -Dversion=1 -Dpackage=perf $values >/dev/null)
    fi
    if needs levels; then maven -f "$work/unpacked/pom.xml" "$dependency:unpack-dependencies"; fi
    local project
    if needs nothing-to-do; then
        for project in empty noop resources-1000; do maven -f "$work/$project/pom.xml" generate-sources; done
    fi
    if [ "$version" != none ]; then
        (cd "$out" && maven "$packs:help" >/dev/null)
        if needs nothing-to-do; then
            for project in packs-100 packs-1000; do maven -f "$work/$project/pom.xml" "-Dpacks.home=$work/home/.packs" generate-sources; done
        fi
        if needs catalog site; then
            rm -rf "$work/many" && java "$root/src/perf/ManyPacks.java" "$work/many" 10000
            (cd "$out" && maven -o "$packs:catalog" "-Dpacks.folder=$work/many" "-Dpacks.output=$work/market.packcatalog" "-Dpacks.home=$work/home/.packs")
        fi
    fi
}

scaffold() {
    local name=scaffold-$1
    if [ "$version" = none ]; then
        compare "$name" noop: "archetype:$1"
        return
    fi
    compare "$name" noop: "archetype:$1" "packs:pack-$1"
    diff -r "$out/archetype/made/files" "$out/packs/made/files"
    [ "$1" != 12 ] || ratio "$name" 3 1 1.25 "packs / no-op goal"
    ratio "$name" 3 2 "$2" "packs / archetype:generate"
}

from_archetype() {
    local name=archetype-$1
    [ "$version" != none ] || return 0
    do_archetype "$1" && do_imported "$1" && diff -r -x .packs "$out/archetype" "$out/imported"
    compare "$name" noop: "archetype:$1" "imported:$1"
    ratio "$name" 3 2 "$2" "packs from the archetype / archetype:generate"
}

import_many() {
    [ "$version" != none ] || return 0
    local round each
    seconds both import 100 >/dev/null
    [ "$(find "$out/imports" -name pack.toml | wc -l)" = 100 ]
    for ((round = 0; round < pairs; round++)); do seconds both import 100 | tr ' ' ,; done >"$work/import-100.csv"
    for each in 1:cpu 2:clock; do
        verdict import-100 "$(cut -d, -f"${each%:*}" "$work/import-100.csv" | median | awk '{ print $1 * 10 }')" 200 "ms for each, ${each#*:}, Maven's start included"
    done
}

compose() {
    local name=compose
    [ "$version" != none ] || return 0
    do_composed -
    [ "$(find "$out/composed/made" -name '*.txt' | wc -l)" = 485 ]
    [ "$(grep -c '<artifactId>needed-' "$out/composed/made/pom.xml")" = 5 ]
    compare "$name" noop: composed:- "single:${parts//,/ }" "single:perf:part-0@1.0.0"
    ratio "$name" 2 3 1.3 "composed / generated one by one"
    verdict "$name" "$(awk -F, '{ print ($2 - $1) / (5 * ($4 - $1)) }' "$work/$name.csv" | median)" 1.3 "the same, Maven's own start taken off"
}

nothing_to_do() {
    local name=nothing-to-do
    if [ "$version" = none ]; then
        compare "$name" build:empty build:noop build:resources-1000
        return
    fi
    compare "$name" build:empty build:noop build:resources-1000 build:packs-100 build:packs-1000
    added "$name" 4 2 1 1.3 "added by packs, 100 files / by no-op goal"
    added "$name" 5 2 1 1.3 "added by packs, 1,000 files / by no-op goal"
    added "$name" 5 3 1 0.25 "added by packs / by resources, 1,000 files"
}

graph_query() {
    local name=graph-query
    [ "$version" != none ] || return 0
    compare "$name" noop: query:find_related_packs query:find_packs_by_category
    ratio "$name" 2 1 1.4 "find_related_packs / no-op goal"
    ratio "$name" 3 1 1.4 "find_packs_by_category / no-op goal"
}

graph_rows() {
    local name=graph-rows
    [ "$version" != none ] || return 0
    do_packs rows-list && mv "$out/packs/made/files" "$out/listed"
    do_packs rows-graph && diff -r "$out/listed" "$out/packs/made/files" && rm -rf "$out/listed"
    compare "$name" noop: packs:rows-list packs:rows-graph
    ratio "$name" 3 2 1.5 "rows of a query / of a list"
}

market() {
    [ "$version" != none ] || return 0
    local port
    mkfifo "$out/keep"
    java "$root/src/perf/Serve.java" "$work/market" <"$out/keep" >"$out/port" &
    server=$!
    exec 9>"$out/keep"
    until [ -s "$out/port" ]; do sleep 0.1; done
    port=$(cat "$out/port")
    settings "http://127.0.0.1:$port" >"$work/settings-market.xml"
    seconds wall install - >/dev/null
    local round
    for ((round = 0; round < pairs; round++)); do seconds wall install -; done >"$work/install.csv"
    verdict install "$(median <"$work/install.csv")" 5 "seconds by the clock, ten packages"
    exec 9>&-
}

# usage: over NAME LIMIT CONTENDER ARGUMENT...: what a contender takes beyond the no-op goal, round for round, by cpu and by the clock
over() {
    local name=$1 limit=$2 round
    shift 2
    seconds both "$@" >/dev/null
    for ((round = 0; round < pairs; round++)); do
        echo "$(seconds both "$@") $(seconds both noop -)" | awk '{ print $1 - $3 "," $2 - $4 }'
    done >"$work/$name.csv"
    verdict "$name" "$(cut -d, -f1 "$work/$name.csv" | median)" "$limit" "${*:2}: cpu s over no-op"
    verdict "$name" "$(cut -d, -f2 "$work/$name.csv" | median)" "$limit" "${*:2}: clock s over no-op"
}

catalog() {
    [ "$version" != none ] || return 0
    local query
    for query in find_related_packs find_packs_by_category find_dependents find_shared_packages find_incompatible_constraints; do
        over catalog 5 ask cold "$query"
        over catalog 2 ask indexed "$query"
        printf '%-16s %-44s %5d rows\n' catalog "$query" "$(($(wc -l <"$out/answer.csv") - 1))"
    done
}

list() {
    local name=list
    [ "$version" != none ] || return 0
    compare "$name" noop: list:- show:web-api-starter search:rest
    ratio "$name" 2 1 1.25 "list / no-op goal"
    ratio "$name" 3 1 1.25 "show / no-op goal"
    ratio "$name" 4 1 1.25 "search without a catalogue / no-op goal"
}

search() {
    [ "$version" != none ] || return 0
    local words
    java -Xmx4g "$root/src/perf/ManyListed.java" "$work/listed.packcatalog" 100000
    seconds both search rest "$work/listed.packcatalog" | awk '{ printf "%-16s %-44s %5.2f s cpu, %.2f s\n", "search", "the index made", $1, $2 }'
    printf '%-16s %-44s %5d KiB, index %d KiB\n' search "100,000 packs" "$(du -k "$work/listed.packcatalog" | cut -f1)" \
        "$(du -kc "$work"/home/.packs/cache/catalogs/*.words | tail -1 | cut -f1)"
    for words in "rest service" "postgrse" "s"; do
        over search 1 search "$words" "$work/listed.packcatalog"
        printf '%-16s %-44s %5d packs\n' search "$words" "$(awk -F'[:,]' '/"total"/ { print $2 }' "$out/found.json")"
    done
}

site() {
    local name=site
    [ "$version" != none ] || return 0
    over "$name" 30 site -
    verdict "$name" "$(peak site -)" 700 "peak memory in MiB"
    printf '%-16s %-44s %5d files, %d MiB, the list %d KiB\n' "$name" "10,000 packs of a catalogue" "$(find "$out/site" -type f | wc -l)" \
        "$(du -m --apparent-size -s "$out/site" | cut -f1)" "$(du -k "$out/site/index.html" | cut -f1)"
    rm -rf "$out/site"
}

levels() {
    local name=levels
    if [ "$version" = none ]; then
        compare "$name" noop: unpack:-
        return
    fi
    do_unpack - && do_levels fresh
    [ "$(find "$work/unpacked/target/dependency" -name '*.js' | wc -l)" = 500 ]
    [ "$(find "$out/levels-store/packages" -name '*.js' | wc -l)" = 500 ]
    compare "$name" noop: unpack:- levels:fresh levels:there
    ratio "$name" 3 2 0.7 "packs / unpack-dependencies"
    ratio "$name" 3 1 1.4 "packs / no-op goal"
    ratio "$name" 4 1 1.15 "nothing to install, digests checked / no-op goal"
}

prepare
mvn -version | sed -n 1p
for point in $points; do
    case $point in
        scaffold-12) scaffold 12 0.8 ;;
        scaffold-1000) scaffold 1000 0.60 ;;
        scaffold-10000)
            scaffold 10000 0.55
            printf '%-16s %-44s %5d MiB\n' "$point" "archetype:generate, peak memory" "$(peak archetype 10000)"
            [ "$version" = none ] || verdict "$point" "$(peak packs pack-10000)" 200 "packs, peak memory in MiB"
            ;;
        nothing-to-do) nothing_to_do ;;
        install) market ;;
        graph-query) graph_query ;;
        graph-rows) graph_rows ;;
        catalog) catalog ;;
        list) list ;;
        search) search ;;
        archetype-12) from_archetype 12 0.9 ;;
        archetype-1000) from_archetype 1000 0.8 ;;
        import-100) import_many ;;
        compose) compose ;;
        levels) levels ;;
        site) site ;;
        *) echo "no such point: $point" >&2 && exit 2 ;;
    esac
done
