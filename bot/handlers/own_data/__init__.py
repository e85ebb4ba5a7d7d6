"""What is kept of a person: shown, agreed to, taken along, forgotten."""
