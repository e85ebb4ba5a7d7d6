"""The begeleider's side: people, contracts, hours, links, leave, letters and answers (Dutch)."""
