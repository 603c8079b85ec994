#!/usr/bin/env python3
"""Loads figures.csv of an edition into a new SQLite database for Datasette, and checks the table that is compared.

    table.py FIGURES.csv DATABASE

Numbers become numbers, empty cells NULL. An index answers the question asked: one component of one year.
"""
import csv
import sqlite3
import sys

TYPES = dict.fromkeys(("year", "rank", "rank_of"), "INTEGER") | dict.fromkeys(("value", "of", "low", "high", "se"), "REAL")


def main(source, target):
    with open(source, encoding="utf-8-sig", newline="") as file:
        head, *rows = csv.reader(file)
    database = sqlite3.connect(target)
    columns = ", ".join(f'"{name}" {TYPES.get(name, "TEXT")}' for name in head)
    database.execute(f"CREATE TABLE figures ({columns})")
    places = ", ".join("?" * len(head))
    database.executemany(f"INSERT INTO figures VALUES ({places})", ([cell or None for cell in row] for row in rows))
    database.execute("CREATE INDEX ranking ON figures (indicator, component, year, rank)")
    database.commit()
    question = "SELECT count(rank) FROM figures WHERE indicator = 'pci' AND component = 'overall' AND year = 2016"
    (count,) = database.execute(question).fetchone()
    if count != 63:
        sys.exit(f"table: {count} ranks of PCI 2016 in {source}, not 63")


if __name__ == "__main__":
    main(*sys.argv[1:])
