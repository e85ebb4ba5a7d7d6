"""Photographs for measuring: forms filled in, signed or not, and photographed as phones do it.

Everything is drawn by chance from a seed; nobody's paper and nobody's hand is in it.
"""

from benchmarks.photographs.making import COUNTS, SEEDS, make
from benchmarks.photographs.sample import Sample, read_folder

__all__ = ["COUNTS", "SEEDS", "Sample", "make", "read_folder"]
