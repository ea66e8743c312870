"""All that concerns cookies on one page: what visitors are shown, and what is left to do."""
