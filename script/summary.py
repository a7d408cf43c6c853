"""Adds up what the test runners counted: nextest, cargo test, vitest, and script/cases."""

import re
import sys

passed = failed = 0
for path in sys.argv[1:]:
    text = re.sub(r"\x1b\[[0-9;]*m", "", open(path, encoding="utf-8", errors="replace").read())
    for line in text.splitlines():
        if re.match(r"\s+Summary \[", line) or re.match(r"test result:", line) or re.match(r"\s+Tests\s", line) or re.match(r"\d+ passed, ", line):
            passed += sum(int(n) for n in re.findall(r"(\d+) passed", line))
            failed += sum(int(n) for n in re.findall(r"(\d+) failed", line))
print(f"{passed} passed, {failed} failed")
