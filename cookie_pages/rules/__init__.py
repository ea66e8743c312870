"""What a text or a declaration may say: words, names of hosts and cookies, countries. Takes
plain values, gives plain answers, and knows nothing of the rest."""
