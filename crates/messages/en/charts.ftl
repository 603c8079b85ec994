### Texts in pictures that do not come from the models.

nothing = No figures
incomplete = Without figures on both sides: { $provinces }.
class-count = : { $count ->
        [one] { $count } province
       *[other] { $count } provinces
    }
gap = no figures
gap-two-lines = no{"\u000A"}figures
gap-three-lines = no{"\u000A"}figures
