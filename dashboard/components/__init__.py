"""Parts of pages. Each module holds one part and the ids that others need to reach it."""
