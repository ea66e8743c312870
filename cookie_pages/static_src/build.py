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
TOOLS = {
    ".js": [BIN / "terser", "--module", "--compress", "passes=3", "--mangle", "--"],
    ".css": [BIN / "esbuild", "--minify"],
}


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
        command = [*TOOLS[path.suffix], path]
        made = subprocess.run(command, check=True, capture_output=True)  # noqa: S603
        (BUILT / path.name).write_bytes(made.stdout)
    RECORD.write_text(json.dumps(digests(), indent=2) + "\n")


if __name__ == "__main__":
    build()
