"""Work for later: jobs, and the bot's own day."""
