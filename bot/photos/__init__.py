"""From a photograph to a scan: its page, its problems, its code, its signature."""
