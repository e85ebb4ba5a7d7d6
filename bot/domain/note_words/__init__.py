"""The words of notes about hours: a table for each language, and the lexicon that is read from them."""
