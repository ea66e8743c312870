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
# The style sheet that a script brings along, in place of its word STYLE.
STYLES = {"panel.js": "banner.css"}


def sources() -> list[Path]:
    return sorted(path for path in SOURCES.iterdir() if path.suffix in TOOLS)


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def digests() -> dict:
    """Digest of each source and of what is made from it, by name."""
    return {path.name: [digest(path), digest(BUILT / path.name)] for path in sources()}


def build() -> None:
    BUILT.mkdir(parents=True, exist_ok=True)
    for path in sources():
        command = [*TOOLS[path.suffix]]
        if style := STYLES.get(path.name):
            command += [
                "--define",
                f"STYLE={json.dumps((BUILT / style).read_text().strip())}",
            ]
        command += ["--", path] if path.suffix == ".js" else [path]
        made = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        (BUILT / path.name).write_bytes(made.stdout)
    RECORD.write_text(json.dumps(digests(), indent=2) + "\n")


if __name__ == "__main__":
    build()
