"""The tests of lcterm. A package, so that `from tests.terminal import Terminal` means this one."""
