#!/bin/sh
# Runs what `mvn package` built.
exec java -jar "$(dirname "$0")/../target/[(${project_name})].jar" "$@"
