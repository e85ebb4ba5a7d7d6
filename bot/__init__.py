"""The inburgerbot: a chat assistant for the participatie- en netwerktraject in Flanders."""
