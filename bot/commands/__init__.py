"""What the commands of the command line do; `__main__` reads them and says what came of it."""
