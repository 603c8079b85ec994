search = Title, publisher or address
all-indicators = All indicators
filter = Filter
found = { $count } of { $total } sources { $filter }.
nothing = There are no sources { $filter } among the { $total }. Try other words, with or without diacritics.
with-words = with “{ $query }”
of-indicator = of { $indicator }
show-all = Show all
