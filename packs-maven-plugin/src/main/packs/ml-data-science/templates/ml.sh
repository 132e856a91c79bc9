#!/bin/sh
# Trains, asks and serves the model; after `mvn package`.
root=$(cd "$(dirname "$0")/.." && pwd)
exec java -cp "$root/target/classes:$root/target/lib/*" [(${package})].ml.Main "$@"
