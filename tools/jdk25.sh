# Sourced by the scripts that run what was built: finds a JDK 25.
# shellcheck shell=bash

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] && grep -q '^JAVA_VERSION="25' "$1/release"
}

find_jdk_25() {
  local candidate on_path
  on_path=$(command -v java || true)
  for candidate in "${JAVA25_HOME:-}" "${JAVA_HOME:-}" \
    ${on_path:+"$(dirname "$(dirname "$(readlink -f "$on_path")")")"} \
    /usr/lib/jvm/* /usr/java/* /opt/*jdk* /opt/java/* \
    "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.asdf/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$candidate" ] && is_jdk_25 "$candidate"; then
      printf '%s\n' "$candidate"
      return
    fi
  done
  echo "Photobridge needs a JDK 25: install one (Temurin 25, for example) or set JAVA25_HOME to it." >&2
  exit 1
}
