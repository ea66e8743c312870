"""Takes what editors and data-protection officers ask of the Wagtail admin, gives forms, lists and
reports."""
