"""The look of other design systems: markup, style and script of their own."""
