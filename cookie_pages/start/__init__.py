"""The first draft of all that a site declares, made from what is found and from four answers."""
