"""The State design system's markup (D1-D9), for sites that load its style sheet and script.

Name ``cookie_pages.themes.dsfr`` above ``cookie_pages`` in ``INSTALLED_APPS``. It holds
templates, a style sheet and a script of its own: no file of the design system, which only
the State's own sites may use.
"""
