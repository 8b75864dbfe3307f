#!/usr/bin/python3
"""The reference workload in SimPy 2 (Debian 12's python3-simpy 2.3.1): a process an agent, which holds until it arrives."""

import random
import sys

from SimPy.Simulation import Process, Simulation, hold

import reference


class Agent(Process):
    """Walks the graph for ever."""

    def walk(self, graph, place, remaining, arrivals, intercepts):
        draw = random.random
        sources, to, length, cumulative = graph.sources, graph.to, graph.length, graph.cumulative
        while True:
            yield hold, self, remaining
            arrivals[place] += 1
            if draw() < reference.CATCH_PROBABILITY:
                intercepts[place] += 1
                place = int(draw() * sources)
            word, rank, bounds = draw(), 0, cumulative[place]
            while word >= bounds[rank]:
                rank += 1
            remaining, place = length[place][rank], to[place][rank]


def prepare(graph, agents, seed):
    """A population at its start; the run goes to the end of the last tick, arrivals in it included."""
    random.seed(seed)
    simulation = Simulation()
    simulation.initialize()
    arrivals, intercepts = [0] * graph.places, [0] * graph.places
    for i in range(agents):
        agent = Agent(sim=simulation)
        first = 1 + i // graph.sources % reference.FIRST_LEG_TICKS
        simulation.activate(agent, agent.walk(graph, i % graph.sources, first, arrivals, intercepts))

    def run(ticks):
        simulation.simulate(until=ticks)
        return sum(arrivals), sum(intercepts)

    return run


if __name__ == "__main__":
    sys.exit(reference.main("simpy-2", prepare))
