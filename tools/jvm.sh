# Sourced by the scripts that start the server: what its JVM is told of this machine.
# shellcheck shell=bash

# Heap in pieces of 2 MB where the kernel gives them to whoever asks: a photo takes a tenth less of the processor. Where it
# doesn't, the JVM would warn.
huge_pages() {
  if grep -qs '\[madvise\]\|\[always\]' /sys/kernel/mm/transparent_hugepage/enabled; then
    echo -XX:+UseTransparentHugePages
  fi
}
