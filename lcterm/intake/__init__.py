"""Other people's files coming in: member lists, agendas, recordings, transcripts."""
