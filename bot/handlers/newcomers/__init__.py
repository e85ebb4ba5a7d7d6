"""The newcomer's side: hours, reminders, the term, and questions to the begeleider."""
