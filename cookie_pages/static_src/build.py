"""Makes each file that visitors download from its readable source beside this script.

Writes into ``built.json`` what was made from what, so that a test sees a source that was
changed without being built, or a built file that was changed by hand. Needs ``npm install``.
"""

import hashlib
import json
import subprocess
from pathlib import Path

SOURCES = Path(__file__).resolve().parent
BUILT = SOURCES.parent / "static" / "cookie_pages"
RECORD = SOURCES / "built.json"
BIN = SOURCES / "node_modules" / ".bin"
TERSER = [BIN / "terser", "--module", "--mangle", "--compress"]
TOOLS = {
    ".js": [*TERSER, "passes=3,ecma=2020,unsafe_arrows"],
    ".css": [BIN / "esbuild", "--minify"],
}
# Each theme's script: the panel's, with the theme's style sheet in place of its word STYLE.
THEMES = {"panel.js": "banner.css", "state.js": "state.css"}


def made_of() -> dict[str, list[str]]:
    """The names of the sources of each built file, its main one first."""
    names = sorted(path.name for path in SOURCES.iterdir() if path.suffix in TOOLS)
    return {name: [name] for name in names} | {
        script: ["panel.js", style] for script, style in THEMES.items()
    }


def digests() -> dict:
    """Digests of each built file's sources and of itself, by its name."""
    return {
        name: [*(digest(SOURCES / source) for source in sources), digest(BUILT / name)]
        for name, sources in made_of().items()
    }


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def run(source: Path, *options) -> bytes:
    command = [*TOOLS[source.suffix], *options]
    command += ["--", source] if source.suffix == ".js" else [source]
    return subprocess.run(command, check=True, capture_output=True).stdout  # noqa: S603


def build() -> None:
    BUILT.mkdir(parents=True, exist_ok=True)
    for name, (source, *styles) in made_of().items():
        options = []
        for style in styles:
            text = run(SOURCES / style).decode().strip()
            dsfr = json.dumps(name == "state.js")
            options += ["--define", f"STYLE={json.dumps(text)},DSFR={dsfr}"]
        (BUILT / name).write_bytes(run(SOURCES / source, *options))
    RECORD.write_text(json.dumps(digests(), indent=2) + "\n")


if __name__ == "__main__":
    build()
