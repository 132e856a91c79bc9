#!/bin/sh
# ${artifactId}
echo "$1" ${HOME} "$@" $# $$ $? $* ${1:-x}
