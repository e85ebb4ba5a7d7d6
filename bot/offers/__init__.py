"""Finding an activity: places, interests, the catalogue and how offers are ranked."""
