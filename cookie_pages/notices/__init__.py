"""Takes what editors published, gives the immutable notice that a site's visitors are shown.
Knows no HTTP."""
