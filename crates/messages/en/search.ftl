understood = Searching for: { $list }.
figure = { $measure }, { $year }: { $province }
ranked = rank { $rank }
ranked-computed = rank { $rank } (computed from the complete table)
group-of = group: { $group }
no-figure = No figure for { $year }: { $reason }.
no-table = No figures for { $year }.
nearest = Nearest years with figures: { $list }.
nearest-year = { $year } ({ $figure })
never = No figure in the sources read.
years-with = Years with figures: { $years }.
to-province = Page of { $province }
to-why = Why { $indicator } changed
to-indicator = About { $indicator }
to-region = Briefing of the region
coverage = figures of { $found } of { $expected } provinces
in-region = { $region }: { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    } with figures
pages = Related pages
unknown = “{ $part }” is not known.
unknown-part = In “{ $text }”, “{ $part }” is not known.
meant = You may have meant:
