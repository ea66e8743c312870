"""Takes the stored records of choices, gives their counts by day and their exports, and deletes
them when their time is over."""
