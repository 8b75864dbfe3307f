#!/usr/bin/python3
"""The reference workload in NumPy columns: every countdown in one array, each tick's arrivals as vectors."""

import sys

import numpy

import reference


def prepare(graph, agents, seed):
    """A population at its start, as two columns: remaining ticks and the place ahead."""
    rng = numpy.random.default_rng(seed)
    number = numpy.arange(agents)
    place_ahead = (number % graph.sources).astype(numpy.int32)
    remaining = (1 + number // graph.sources % reference.FIRST_LEG_TICKS).astype(numpy.int8)
    # A link by one number, so that a gather finds it.
    to = numpy.array(graph.to, numpy.int32).ravel()
    length = numpy.array(graph.length, numpy.int8).ravel()
    bounds = [numpy.array(column, numpy.float32) for column in list(zip(*graph.cumulative))[:-1]]
    arrivals, intercepts = numpy.zeros(graph.places, numpy.int64), numpy.zeros(graph.places, numpy.int64)

    def run(ticks):
        for _ in range(ticks):
            numpy.subtract(remaining, 1, out=remaining)
            arrived = numpy.flatnonzero(remaining == 0)
            place = place_ahead[arrived]
            arrivals[:] += numpy.bincount(place, minlength=graph.places)
            caught = numpy.flatnonzero(rng.random(arrived.size, numpy.float32) < reference.CATCH_PROBABILITY)
            intercepts[:] += numpy.bincount(place[caught], minlength=graph.places)
            place[caught] = rng.integers(0, graph.sources, caught.size, numpy.int32)
            word = rng.random(arrived.size, numpy.float32)
            link = place * graph.links
            for bound in bounds:
                link += word >= bound[place]
            place_ahead[arrived] = to[link]
            remaining[arrived] = length[link]
        return int(arrivals.sum()), int(intercepts.sum())

    return run


if __name__ == "__main__":
    sys.exit(reference.main("numpy-columns", prepare))
