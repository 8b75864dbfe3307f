"""The reference workload for the Python peers: the graph, its exact expectation, and the row each peer prints."""

import argparse
import gc
import math
import pathlib
import statistics
import time

CATCH_PROBABILITY = 0.02
FIRST_LEG_TICKS = 8
GRAPH = pathlib.Path(__file__).resolve().parent.parent / "InterdictionSim.Benchmarks" / "ReferenceWorkload" / "graph.txt"


class Graph:
    """places, links a place and sources; to, length and cumulative by place and rank."""

    def __init__(self, path):
        rows = [line.split() for line in pathlib.Path(path).read_text().splitlines() if line.strip()]
        self.places, self.links, self.sources = (int(cell) for cell in rows[0])
        self.to = [[0] * self.links for _ in range(self.places)]
        self.length = [[0] * self.links for _ in range(self.places)]
        self.cumulative = [[0.0] * self.links for _ in range(self.places)]
        for row in rows[1:]:
            place, rank = int(row[0]), int(row[1])
            self.to[place][rank] = int(row[2])
            self.length[place][rank] = int(row[3])
            self.cumulative[place][rank] = float(row[5])


def expectation(graph, agents, ticks):
    """Mean and standard deviation of (arrivals, intercepts) over a run.

    ReferenceExpectation.cs explains the recursion; this is the same one, written again so that neither language vouches for itself.
    """
    return [_moments(graph, agents, ticks, free, caught) for free, caught in ((1.0, 1.0), (0.0, 1.0))]


def _moments(graph, agents, ticks, free, caught):
    p = CATCH_PROBABILITY
    places = range(graph.places)
    arrive_mean = [[0.0] * graph.places for _ in range(ticks)]
    arrive_square = [[0.0] * graph.places for _ in range(ticks)]
    for left in range(ticks):
        leave_mean, leave_square = [0.0] * graph.places, [0.0] * graph.places
        for place in places:
            below = 0.0
            for rank in range(graph.links):
                weight = graph.cumulative[place][rank] - below
                below = graph.cumulative[place][rank]
                after = left - graph.length[place][rank]
                if after >= 0:
                    leave_mean[place] += weight * arrive_mean[after][graph.to[place][rank]]
                    leave_square[place] += weight * arrive_square[after][graph.to[place][rank]]
        restart_mean = sum(leave_mean[: graph.sources]) / graph.sources
        restart_square = sum(leave_square[: graph.sources]) / graph.sources
        for place in places:
            arrive_mean[left][place] = (1 - p) * (free + leave_mean[place]) + p * (caught + restart_mean)
            arrive_square[left][place] = (1 - p) * (free * free + 2 * free * leave_mean[place] + leave_square[place]) + p * (
                caught * caught + 2 * caught * restart_mean + restart_square
            )
    starts = graph.sources * FIRST_LEG_TICKS
    mean = variance = 0.0
    for start in range(min(starts, agents)):
        left = ticks - (1 + start // graph.sources % FIRST_LEG_TICKS)
        if left < 0:
            continue
        like = (agents - start + starts - 1) // starts
        first = arrive_mean[left][start % graph.sources]
        mean += like * first
        variance += like * (arrive_square[left][start % graph.sources] - first * first)
    return mean, math.sqrt(variance)


def main(peer, prepare):
    """Times prepare(graph, agents, seed) -> run(ticks) -> (arrivals, intercepts), each summed over the places, and prints a row.

    Returns 1 where the counts lie outside 3 sigma: then the peer does other work, and its time says nothing.
    """
    options = argparse.ArgumentParser()
    options.add_argument("agents", type=int, nargs="?", default=10_000)
    options.add_argument("ticks", type=int, nargs="?", default=100)
    options.add_argument("rounds", type=int, nargs="?", default=5)
    options.add_argument("--seed", type=int, default=2010, help="of the first round; the next ones count up")
    options.add_argument("--graph", default=GRAPH)
    given = options.parse_args()
    graph = Graph(given.graph)
    times, arrivals, intercepts = [], 0, 0
    for seed in range(given.seed, given.seed + given.rounds):
        run = prepare(graph, given.agents, seed)
        start = time.perf_counter()
        counts = run(given.ticks)
        times.append((time.perf_counter() - start) / (given.agents * given.ticks) * 1e9)
        arrivals += counts[0]
        intercepts += counts[1]
        # Processes refer to their simulation and back: without this the next round would share memory with this one's agents.
        del run
        gc.collect()
    agent_ticks = given.agents * given.ticks * given.rounds
    # The rounds are independent, so their variances add.
    scores = [
        (count - given.rounds * mean) / (math.sqrt(given.rounds) * sigma)
        for count, (mean, sigma) in zip((arrivals, intercepts), expectation(graph, given.agents, given.ticks))
    ]
    verdict = "ok" if all(abs(score) <= 3 for score in scores) else "OTHER-WORK"
    print(
        f"{peer:<18} {given.agents:>9} {given.ticks:>6} {1:>7} {statistics.median(times):>9.3f} {'-':>10} "
        f"{arrivals / agent_ticks:>9.6f} {scores[0]:>+6.2f} {intercepts / agent_ticks:>11.8f} {scores[1]:>+6.2f} {verdict}"
    )
    return 0 if verdict == "ok" else 1
