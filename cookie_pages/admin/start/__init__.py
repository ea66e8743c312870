"""The guided start: four questions, a look at what they make, drafts, and what is left to do."""
