"""Cells of spreadsheets: none is taken for a formula, and none is changed on its way back."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def harmless(value):
    """``value`` so that no spreadsheet takes it for a formula."""
    if isinstance(value, str) and value.startswith((*FORMULA, "'")):
        return f"'{value}"
    return value


def plain_text(cell: str) -> str:
    """What ``harmless`` was given."""
    is_marked = cell.startswith("'") and cell[1:].startswith((*FORMULA, "'"))
    return cell[1:] if is_marked else cell
