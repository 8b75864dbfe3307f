#!/usr/bin/env bash
# The reference workload in C#, SimPy 2 and NumPy, on the same graph and in the same call, as one table.
#
#   benchmarks/compare-peers.sh [agents…]       agents default to 10000 100000; a million takes SimPy minutes and gigabytes
#   TICKS=100 THREADS=1 ROUNDS=5 PYTHON=/usr/bin/python3   may be set; THREADS is for peers that can use them, ROUNDS for Python
#
# Needs Debian's python3-simpy (2.3.1) and python3-numpy: installed if missing and run as root, else told.
# Exits 1 if a peer's counts lie more than 3 sigma off the exact expectation.
set -euo pipefail
cd "$(dirname "$0")/.."

ticks=${TICKS:-100} threads=${THREADS:-1} rounds=${ROUNDS:-5}
# Debian's own interpreter, because another python3 on the path would not see Debian's packages.
python=${PYTHON:-/usr/bin/python3}
[ $# -gt 0 ] || set -- 10000 100000

need_python() {
  "$python" -c 'import SimPy.Simulation, numpy' 2>/dev/null && return
  if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
    echo "Missing: SimPy 2 and NumPy for $python. On Debian: apt-get install python3-simpy python3-numpy" >&2
    exit 3
  fi
  { apt-get update -q && apt-get install -qy --no-install-recommends python3-simpy python3-numpy; } >&2
  "$python" -c 'import SimPy.Simulation, numpy'
}

rows=$(mktemp)
trap 'rm -f "$rows"' EXIT
wrong=0
# Rows are those of the whole-process run: peer, agents, ticks, threads, ns an agent-tick, …; exit 1 says that a peer does other work.
measure() {
  local code=0
  "$@" >>"$rows" || code=$?
  [ "$code" -eq 0 ] || [ "$code" -eq 1 ] || exit "$code"
  [ "$code" -eq 0 ] || wrong=1
}

need_python
dotnet build benchmarks/InterdictionSim.Benchmarks -c Release -v quiet --nologo >&2
for agents in "$@"; do
  measure dotnet run -c Release --no-build --project benchmarks/InterdictionSim.Benchmarks -- reference "$agents" "$ticks" "$threads"
  measure "$python" benchmarks/peers/reference_numpy.py "$agents" "$ticks" "$rounds"
  measure "$python" benchmarks/peers/reference_simpy.py "$agents" "$ticks" "$rounds"
done

awk '
  BEGIN { printf "%-18s %9s %7s %13s %9s  %s\n", "who", "agents", "threads", "ns/agent-tick", "ratio", "work" }
  $1 == "peer" || $1 == "(expected)" { next }
  !($2 in first) { first[$2] = $5 }
  { printf "%-18s %9d %7d %13.2f %9.2f  %s\n", $1, $2, $4, $5, $5 / first[$2], $11 }' "$rows"
exit "$wrong"
