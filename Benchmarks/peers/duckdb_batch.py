"""duckdb_batch.py EVENTS ACTIONS: DuckDB on one thread. It answers over the whole file; it is no streaming engine."""
import pathlib
import sys

import duckdb

statements = (pathlib.Path(__file__).parent / "batch.sql").read_text()
connection = duckdb.connect()
connection.execute("SET threads = 1; SET TimeZone = 'UTC'")
connection.execute(statements.replace("{events}", sys.argv[1]).replace("{actions}", sys.argv[2]))
