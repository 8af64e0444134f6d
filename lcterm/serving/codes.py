"""Why a screen ended, as the number with which its web socket is closed. `page.js` says each in words."""

ENDED = 1000
"""Its program ended, most often because somebody asked it to."""
OVER = 1001
"""Nothing is served any more, or the browser's right has ended."""
UNFIT = 1008
"""The browser said what no page of ours says."""
NOT_STARTED = 1011
"""Its program could not be started."""
REPLACED = 4001
"""The same browser opened it somewhere else."""
