"""The audit: a site driven by a real browser as its visitors drive it, held against what it
declares (C38). Knows no admin."""
