#!/usr/bin/env bash
# The reference workload in C#, SimPy 2 and NumPy, on the same graph and in the same call, as one table.
#
#   benchmarks/compare-peers.sh [agents…]       agents default to 10000 100000; a million takes SimPy minutes a round
#   TICKS=100 THREADS=1 ROUNDS=5 PYTHON=/usr/bin/python3   may be set; THREADS is for peers that can use them
#
# Every round runs every peer, so that a busy spell of the machine meets all alike: times are medians over the rounds, and a ratio is the
# median of the rounds' own ratios to the first row. Counts are judged over all rounds: independent scores add to their sum over √rounds.
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
# Rows are those of the whole-process run: peer, agents, ticks, threads, ns an agent-tick, bytes, arrivals, score, intercepts, score, …
# A peer's exit code 1 says that this round alone is off by 3 sigma; the table judges over all rounds.
measure() {
  local code=0 before
  before=$(wc -l <"$rows")
  "$@" >>"$rows" || code=$?
  if [ "$code" -gt 1 ] || [ "$(wc -l <"$rows")" -eq "$before" ]; then
    echo "No row from: $*" >&2
    exit "$((code > 0 ? code : 1))"
  fi
}

need_python
dotnet build benchmarks/InterdictionSim.Benchmarks -c Release -v quiet --nologo >&2
for agents in "$@"; do
  for ((round = 1; round <= rounds; round++)); do
    measure dotnet run -c Release --no-build --project benchmarks/InterdictionSim.Benchmarks -- reference "$agents" "$ticks" "$threads"
    measure "$python" benchmarks/peers/reference_numpy.py "$agents" "$ticks" 1 --seed "$round"
    measure "$python" benchmarks/peers/reference_simpy.py "$agents" "$ticks" 1 --seed "$round"
  done
done

awk '
  function median(values, n,   i, j, kept) {
    for (i = 2; i <= n; i++)
      for (j = i; j > 1 && values[j] < values[j - 1]; j--) { kept = values[j]; values[j] = values[j - 1]; values[j - 1] = kept }
    return (values[int((n + 1) / 2)] + values[int((n + 2) / 2)]) / 2
  }
  NF < 11 || $1 == "peer" || $1 == "(expected)" { next }
  {
    key = $1 " " $2
    if (!(key in rounds)) { order[++keys] = key; threads[key] = $4 }
    if (!($2 in first)) first[$2] = key
    round = ++rounds[key]
    time[key, round] = $5; arrivals[key] += $8; intercepts[key] += $10
  }
  END {
    printf "%-18s %9s %7s %13s %9s  %s\n", "who", "agents", "threads", "ns/agent-tick", "ratio", "work"
    for (i = 1; i <= keys; i++) {
      key = order[i]; split(key, part, " "); n = rounds[key]
      for (r = 1; r <= n; r++) { times[r] = time[key, r]; ratios[r] = time[key, r] / time[first[part[2]], r] }
      limit = 3 * sqrt(n)
      right = arrivals[key] ^ 2 <= limit ^ 2 && intercepts[key] ^ 2 <= limit ^ 2
      if (!right) wrong = 1
      printf "%-18s %9d %7d %13.2f %9.2f  %s\n", part[1], part[2], threads[key], median(times, n), median(ratios, n), right ? "ok" : "OTHER-WORK"
    }
    exit wrong
  }' "$rows"
