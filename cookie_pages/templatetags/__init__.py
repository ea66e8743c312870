"""Takes what a template asks for, gives HTML."""
