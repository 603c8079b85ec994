lead = { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    } of the provinces; every figure has a source, unknowns are stated.
own = Your province
own-choose = Choose a province
own-show = Choose
own-standing = Where it stands
own-briefing = Briefing
own-deck = Slides
own-wall = Slideshow
own-none = no figure for { $year }
own-newer = { $year }: { $figure }
own-group = { $group } group
nation-published = Viet Nam, published
nation-computed = Mean of { $count } provinces (computed)
against = since { $year_before }
best = Best
last = Last
covered = { $found } of { $expected } provinces { $found ->
        [one] has
       *[other] have
    } a figure
newer = Newer, still sparse:
cards = Indicators
heat = Where each province is strong
heat-number = number: rank
rank-computed = computed rank
by-name = Sort by name
by-region = Group by region
list = list of { $count } provinces
choose = Change
column-less = Without { $indicator }
column-more = Add { $indicator }
movers = Largest changes of rank, { $indicator } { $year } since { $year_before }
movers-all = See all
counts = Other figures
own-follow = Make this my province
own-followed = From now on rankings, maps and decks opened in this browser mark { $province }.
own-forgotten = No province is marked from the start any more.
own-overview = See the overview
