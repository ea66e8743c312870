"""A form of the Wagtail admin as a browser sends it: its own fields, filled in turn."""

from bs4 import BeautifulSoup


def fields_of(html):
    """The fields of the page's edit form and their values: name to text, as they are now."""
    form = BeautifulSoup(html, "html.parser").find(
        "form", attrs={"data-edit-form": True}
    ) or BeautifulSoup(html, "html.parser").find("form", id="w-editor-form")
    fields = {}
    for tag in form.select("input[name], textarea[name], select[name]"):
        kind = tag.get("type", tag.name)
        if kind in ("submit", "button", "file", "image"):
            continue
        if kind in ("checkbox", "radio") and not tag.has_attr("checked"):
            continue
        if kind == "select":
            chosen = tag.select("option[selected]")
            value = [option.get("value", "") for option in chosen]
            fields[tag["name"]] = (
                value if tag.has_attr("multiple") else "".join(value[:1])
            )
        elif kind == "textarea":
            fields[tag["name"]] = tag.text.removeprefix("\n")
        else:
            fields[tag["name"]] = tag.get("value", "on" if kind == "checkbox" else "")
    return fields


def texts_of(html):
    """The names of the fields that take words, with the longest that each takes."""
    form = BeautifulSoup(html, "html.parser")
    texts = {}
    for tag in form.select(
        "main form input[type=text][name], main form textarea[name]"
    ):
        if tag.get("data-controller") or "draftail" in str(tag.get("class")):
            continue
        texts[tag["name"]] = int(tag.get("maxlength", 300))
    return texts
