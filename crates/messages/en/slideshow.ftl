wall = Meeting-room screen
wall-lead = Shows charts one after the other, over the whole screen, in large letters, with source and data edition. No login is needed; it always follows the newest edition and reconnects by itself.
wall-deck = What to show
wall-indicator = Indicator
wall-every = All
wall-seconds = Each view
wall-seconds-of = { $count } seconds
wall-theme = Ground
wall-system = As the computer
wall-light = Light
wall-dark = Dark (dark room)
wall-show = Show
wall-regions = Regions
wall-how = How to use it
wall-f11 = Press F11 to let the browser take the whole screen; press it again to leave.
wall-keys = Right and left arrow: next and previous view. Space: pause or go on. Without those keys use the links at the foot of the screen.
wall-address = The address holds all choices: keep it to open the same screen again.
wall-own = To choose each chart yourself: collect them in a deck, then follow “Show on a meeting-room screen”.
wall-of-deck = Show on a meeting-room screen

## The screen itself.

wall-position = View { $number } of { $total }
wall-previous = Previous
wall-next = Next
wall-pause = Pause
wall-go-on = Go on
wall-paused = Paused
wall-choose = Choose something else
wall-open = Open its page
wall-lost = Connection lost, trying again…
wall-published = { $source } Published { $date }.
wall-nav = Screen controls

## What cannot be used.

expect-seconds = a number of seconds from { $low } to { $high }
expect-at = the number of a view, such as 1
expect-deck = a ready deck: country, regions/… or provinces/…, such as provinces/nghe-an
wall-no-views = There is no chart for this choice.
