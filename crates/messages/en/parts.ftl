title = { $indicator } { $year }: { $component }, from { $lowest } to { $highest }
title-one = { $indicator } { $year }: { $component }, { $figure }
subtitle = { $whole } by { $components }; { $dates }
text = { $subtitle }. { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }: { $list }.
covered = { $count } of { $total } provinces { $count ->
        [one] has
       *[other] have
    } all parts, adding up to the total.
moments = Provinces were counted on different dates.
uneven = Not drawn because the parts do not add up to the total: { $provinces }.
no-judgement = More online services do not mean better service.
col-whole = { $whole } (total)
