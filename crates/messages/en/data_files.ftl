### Labels in files with data.

table = Table
readme = Readme
sources = Sources
title = Title
shows = What it shows
citation = Citation
edition = Edition
published = Published
link = Link
publisher = Publisher
