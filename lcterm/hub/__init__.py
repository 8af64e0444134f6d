"""The hub: a community's logs in PostgreSQL, for laptops apart. What is sent is on the disk first."""
