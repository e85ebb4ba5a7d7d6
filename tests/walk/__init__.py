"""Walks through every screen in every language."""
