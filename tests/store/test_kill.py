"""Kill -9 while writing, ten rounds; two hundred are run by hand, `python -m tests.faults.kill_while_writing`."""

from tests.faults.kill_while_writing import run


def test_kill_nine_loses_nothing_acknowledged_and_tears_no_file() -> None:
    count = run(10, within_s=0.1)
    assert count.is_clean, count
    assert count.rounds == 10
    assert count.acknowledged >= 10
    assert count.reads > 0
